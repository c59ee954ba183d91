// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/rows.hpp"

#include "render/columns.hpp"
#include "render/writer.hpp"

#include <algorithm>

namespace reklamaatio::render {

void write(const Table& table, const Rows& more, const std::vector<std::string>& asked, std::ostream& out,
           const WriterOptions& options) {
    const auto places = chosen_columns(table.columns, asked);
    std::vector<Column> columns;
    for (const auto place : places)
        columns.push_back(table.columns[place]);
    const auto writer = make_writer(out, options);
    Row cells;
    const auto write_row = [&](const Row& row) {
        cells.clear();
        for (const auto place : places)
            cells.push_back(row[place]);
        writer->row(cells);
    };
    writer->begin(columns);
    std::ranges::for_each(table.rows, write_row);
    if (more) more(write_row);
    writer->end();
}

} // namespace reklamaatio::render
