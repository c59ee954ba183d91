// SPDX-License-Identifier: GPL-3.0-or-later
// --columns: which columns of a table, in which order.
#pragma once

#include "render/table.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

// Somebody asked for a column that there is not; the message suggests one that there is.
class UnknownColumn : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The places of the asked columns among those there are; all of them when none are asked for. Throws
// UnknownColumn.
std::vector<std::size_t> chosen_columns(const std::vector<Column>& columns,
                                        const std::vector<std::string>& asked);

Table with_columns(const Table& table, const std::vector<std::string>& asked);

// A row for each: column, type, unit, meaning.
std::vector<Column> description_columns();
Table description_of(const std::vector<Column>& columns);

// A column of nothing but data, whose heading is its key.
Column data_column(std::string_view key, Kind kind, std::string_view meaning);

// Whether --columns help was said.
bool asks_for_help(const std::vector<std::string>& asked);

} // namespace reklamaatio::render
