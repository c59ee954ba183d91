// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a file people mean by what they call them.
#pragma once

#include "exchange/csv_row.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// "#3", the third column whatever it is called, from 1.
std::string column_number(std::size_t number);

// Places in the header, from 0: of all columns with that name, blanks at its ends aside, else of those whose name is
// that one in its plain form (text::plain); where there is none, of the second one called Date for "Date#2", and of the
// third column for "#3". Empty when there is none of these either.
std::vector<std::size_t> columns_called(const CsvRow& header, std::string_view name);

// Whether UTC or GMT is a word of it, as in "Created At (UTC)"; "GMT+2" is another zone.
bool says_utc(std::string_view name);

} // namespace reklamaatio::exchange
