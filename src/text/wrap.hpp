// SPDX-License-Identifier: GPL-3.0-or-later
// Prose into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::text {

// Longer lines of prose are hard to read on; the eye loses its way back.
inline constexpr int k_widest_prose = 110;

// Lines of at most `columns` (>= 1), broken at blanks; a longer word is broken where it must. Newlines in the
// text stay line ends, and an empty line stays. A tab counts as one blank; blanks inside a line and at its
// beginning stay, those where it is broken and at its end go. Never empty: empty text gives one empty line. A
// character wider than `columns` stands alone and sticks out.
std::vector<std::string> wrapped(std::string_view text, int columns);

} // namespace reklamaatio::text
