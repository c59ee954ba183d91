// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign text made harmless: what customers write never steers a terminal.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// For text output of several lines: newline and tab stay; every other control character is shown as \xNN (C0,
// DEL) or \u{NN} (C1, the Unicode line separators U+2028 and U+2029, the bidirectional overrides U+202A to
// U+202E and U+2066 to U+2069, the marks of a direction U+061C, U+200E and U+200F, and the tags U+E0000 to U+E007F); carriage return before newline is dropped; malformed bytes become U+FFFD.
std::string visible(std::string_view text);

// The same on one line: every run of line ends, tabs and blanks is one blank, none at the ends.
std::string visible_line(std::string_view text);

// For messages, on one line: as visible, and every character that cannot be seen is spelt as well: line ends and tabs
// as \n, \r and \t, blanks other than the usual one and invisible characters as \u{a0}. What is spelt out is
// not changed by a second time.
std::string spelt_out(std::string_view text);

// How a control character is shown, "\x1b" or "\u{202e}"; "" for every other character and for newline and
// tab.
std::string shown_control(char32_t code_point);

} // namespace reklamaatio::text
