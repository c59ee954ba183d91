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

// Whether a field says what another system calls a complaint, or itself: it is kept plain (text::plain), since dashes and
// blanks of another kind, or what cannot be seen, make no other name of it.
constexpr bool is_plain(std::string_view field) {
    return field == "ref" || field == "source";
}

} // namespace reklamaatio::complaint
