// SPDX-License-Identifier: GPL-3.0-or-later
// Which field of ours comes from which column of a file.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/field_set.hpp"
#include "exchange/profile.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// What a file of rejects has after the columns of the file that they come from.
inline constexpr std::array<std::string_view, 4> k_reject_columns{"_line", "_column", "_field", "_error"};

// Where they stand in a header; empty unless it has all four.
std::vector<std::size_t> reject_columns_in(const CsvRow& header);

struct Column {
    const Field* field;
    std::vector<std::size_t> indices;        // joined, if there are several
    bool has_names = false;                  // each behind the name of its column
    std::optional<std::string> between = {}; // the texts; else as text_of() has it
};

// What a row has in such a column: texts that are not none, in lines of their own where they are prose or have names,
// with the separator between tags, else with a blank, as in a subject, which is one line.
std::string text_of(const Column& column, const CsvRow& row, const CsvRow& header, char tag_separator,
                    const std::function<bool(std::string_view)>& is_none);

// In the order of our fields. Throws DataError as RowReader says; `file` is for its messages.
std::vector<Column> match_columns(const CsvRow& header, const Profile& profile, std::string_view file,
                                  const FieldSet& fields);

} // namespace reklamaatio::exchange
