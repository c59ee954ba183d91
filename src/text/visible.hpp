// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign text made harmless: what customers write never steers a terminal.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// For text output of several lines: newline and tab stay; every other control character is shown as \xNN (C0,
// DEL) or \u{NNNN} (C1, the Unicode line separators U+2028 and U+2029, the bidirectional overrides U+202A to
// U+202E and U+2066 to U+2069); carriage return before newline is dropped; malformed bytes become U+FFFD.
std::string visible(std::string_view text);

// The same on one line: every run of line ends, tabs and blanks is one blank, none at the ends.
std::string visible_line(std::string_view text);

// How a control character is shown, "\x1b" or "\u{202e}"; "" for every other character and for newline and
// tab.
std::string shown_control(char32_t code_point);

} // namespace reklamaatio::text
