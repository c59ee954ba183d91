// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace reklamaatio::complaint {

// Whether people write a field of a complaint in sentences: blanks at the ends are a part of it. Everything else is
// trimmed before it is read.
constexpr bool is_prose(std::string_view field) {
    constexpr std::array<std::string_view, 3> k_prose{"subject", "text", "wish"};
    return std::ranges::find(k_prose, field) != k_prose.end();
}

} // namespace reklamaatio::complaint
