// SPDX-License-Identifier: GPL-3.0-or-later
// What is no TOML in a text, told as a whole.
#pragma once

#include "toml/faults.hpp"

#include <cstddef>
#include <string_view>

namespace reklamaatio::toml {

// What follows is as likely not meant to be TOML at all.
inline constexpr std::size_t k_most_syntax_faults = 20;

// Adds the first fault of each line that has one, in plain words. The library stops at the first fault of a
// text; so the line is mended, and the text read again. Nothing is added after a fault where it cannot be
// known how the text goes on: in lists and texts of several lines, and where bytes are not UTF-8.
void add_syntax_faults(std::string_view text, Faults& faults);

} // namespace reklamaatio::toml
