// SPDX-License-Identifier: GPL-3.0-or-later
// Which field of ours comes from which column of a file.
#pragma once

#include "exchange/csv_reader.hpp"
#include "exchange/field.hpp"
#include "exchange/profile.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// What a file of rejects has behind the columns of the file that they come from.
inline constexpr std::array<std::string_view, 4> k_reject_columns{"_line", "_column", "_field", "_error"};

// Where they stand in a header; empty unless it has all four.
std::vector<std::size_t> reject_columns_in(const CsvRow& header);

struct Column {
    const Field* field;
    std::size_t index;
    const std::map<std::string, std::string>* words; // [values.FIELD]; null: none
};

// In the order of our fields. Throws DataError as RowReader says; `file` is for its messages. The profile
// must outlive the columns.
std::vector<Column> match_columns(const CsvRow& header, const Profile& profile, std::string_view file);

} // namespace reklamaatio::exchange
