// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/columns.hpp"

#include "text/names.hpp"
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
            const auto known = text::names_of(columns, &Column::key);
            throw UnknownColumn(fmt::format("--columns: there is no column '{}'{}", name,
                                            text::did_you_mean(name, known, "; --columns help lists them")));
        }
        places.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    return places;
}

Table with_columns(const Table& table, const std::vector<std::string>& asked) {
    if (asked.empty()) return table;
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

std::vector<Column> description_columns() {
    return {Column{"column", "Column"}.holding(Kind::text, "header in CSV, key in JSON"),
            Column{"type", "Type"}.holding(Kind::text, "what it holds"),
            Column{"unit", "Unit"}.holding(Kind::text, "in which unit"),
            Column{"meaning", "Meaning", Align::left, 0, 20}.holding(Kind::text, "what it tells")};
}

Table description_of(const std::vector<Column>& columns) {
    Table description{description_columns(), {}};
    for (const auto& column : columns) {
        const auto& kind = row_of(column.kind);
        description.rows.push_back({Value{column.key}, Value{std::string(kind.name)}, text_or_none(kind.unit),
                                    text_or_none(column.meaning)});
    }
    return description;
}

Column data_column(std::string_view key, Kind kind, std::string_view meaning) {
    return Column{std::string(key), std::string(key)}.holding(kind, meaning);
}

bool asks_for_help(const std::vector<std::string>& asked) {
    return asked.size() == 1 && asked.front() == "help";
}

} // namespace reklamaatio::render
