// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace reklamaatio::text {

// Whether nothing can be seen of it: it is empty, or blanks, tabs and line ends, also those of Unicode's Zs
// category and the zero-width ones. Malformed bytes can be seen.
bool is_blank(std::string_view text);

} // namespace reklamaatio::text
