// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// Numbers, times and addresses as they come off a keyboard, whatever a word processor or a web page made of them:
// every blank of Unicode is a blank (the group mark of Finnish and Polish numbers is one that does not break), every
// dash and minus is a hyphen, what cannot be seen is left out, and the ends are trimmed. Tabs and line ends inside
// stay, and so do malformed bytes.
std::string plain(std::string_view text);

// Without what cannot be seen, but for the two joiners by which letters of Persian and Indic words change their shape.
std::string without_invisible(std::string_view text);

} // namespace reklamaatio::text
