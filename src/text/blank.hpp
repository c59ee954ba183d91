// SPDX-License-Identifier: GPL-3.0-or-later
// What of a text can be seen.
#pragma once

#include <string_view>

namespace reklamaatio::text {

// Takes room and leaves no ink: tabs, line ends, and the blanks of Unicode's category Zs.
bool is_blank(char32_t code_point);

// Takes no room either: the format characters that fonts never draw, such as zero-width blanks and joiners, soft
// hyphens, byte order marks and what turns the direction.
bool is_invisible(char32_t code_point);

// Whether nothing can be seen of it: it is empty, or has such characters only. Malformed bytes can be seen.
bool is_blank(std::string_view text);

// Without such characters at either end.
std::string_view trimmed(std::string_view text);

} // namespace reklamaatio::text
