// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/columns.hpp"

#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::render {

std::vector<std::size_t> chosen_columns(const std::vector<Column>& columns,
                                        const std::vector<std::string>& asked) {
    std::vector<std::size_t> places;
    if (asked.empty())
        for (std::size_t i = 0; i < columns.size(); ++i)
            places.push_back(i);
    for (const auto& name : asked) {
        const auto found = std::ranges::find(columns, name, &Column::key);
        if (found == columns.end()) {
            std::vector<std::string_view> known;
            for (const auto& column : columns)
                known.emplace_back(column.key);
            const std::string hint = text::did_you_mean(name, known);
            throw UnknownColumn(fmt::format("--columns: there is no column '{}'{}", name,
                                            hint.empty() ? "; --columns help lists them" : hint));
        }
        places.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    return places;
}

Table with_columns(const Table& table, const std::vector<std::string>& asked) {
    if (asked.empty()) return table;
    if (asks_for_help(asked)) {
        Table help{{{"column", "Column"}}, {}};
        for (const auto& column : table.columns)
            help.rows.push_back({Value{column.key}});
        return help;
    }
    const auto places = chosen_columns(table.columns, asked);
    Table chosen;
    for (const auto place : places)
        chosen.columns.push_back(table.columns[place]);
    for (const auto& row : table.rows) {
        Row cells;
        for (const auto place : places)
            cells.push_back(row[place]);
        chosen.rows.push_back(std::move(cells));
    }
    return chosen;
}

bool asks_for_help(const std::vector<std::string>& asked) {
    return asked.size() == 1 && asked.front() == "help";
}

} // namespace reklamaatio::render
