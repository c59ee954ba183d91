// SPDX-License-Identifier: GPL-3.0-or-later
// Which field a foreign column most likely is.
#pragma once

#include "exchange/column_look.hpp"

#include <span>
#include <string_view>

namespace reklamaatio::exchange {

// A column that looks as one of these, and whose name has one of the parts (folded, separated by bars, with blanks
// where a word ends), is likely the field. Numbers may be times since 1970.
struct LikelyField {
    std::string_view field;
    std::span<const Look> looks;
    std::string_view parts;
    std::string_view unless = {};  // a field that makes it needless
    std::string_view but_not = {}; // parts of names that mean something else
};

// In the order in which they are to be asked: the surest first.
std::span<const LikelyField> likely_fields();

// Whether the name has one of the parts.
bool has_part(std::string_view column, std::string_view parts);

// "Klo", "Time of day", "Godzina".
bool is_called_as_time_of_day(std::string_view column);

bool is_likely(const LikelyField& likely, std::string_view column, const ColumnLook& look);

} // namespace reklamaatio::exchange
