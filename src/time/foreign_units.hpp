// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that other programs have in their patterns of dates; for pattern.cpp.
#pragma once

#include <string_view>

namespace reklamaatio::time {

// What is written here for the same letters repeated, as far as something is meant: "Weekday" for EEEE, dddd and the like.
std::string_view ours_for_letters(std::string_view letters);

// "klo", "at": words that dates have, which stand for themselves without quotes.
bool is_word_of_dates(std::string_view word);

} // namespace reklamaatio::time
