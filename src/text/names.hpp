// SPDX-License-Identifier: GPL-3.0-or-later
// What things are called, to list them or to find what somebody meant.
#pragma once

#include <functional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace reklamaatio::text {

// In the order of the range, and for as long as its items are there: names_of(columns, &Column::key).
template <typename Range, typename Name>
std::vector<std::string_view> names_of(const Range& range, Name name) {
    using Called = decltype(std::invoke(name, *std::begin(range)));
    static_assert(
        std::is_reference_v<
            Called> || std::is_same_v<Called, std::string_view> || std::is_same_v<Called, const char*>,
        "a name that is a copy would be gone");
    std::vector<std::string_view> names;
    for (const auto& item : range)
        names.emplace_back(std::invoke(name, item));
    return names;
}

} // namespace reklamaatio::text
