// SPDX-License-Identifier: GPL-3.0-or-later
// The names of what a refusal tells, which reason.hpp has in one text for each reason.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace reklamaatio::complaint {

// Facts that may name a complaint, a customer or an action by its id: "R-7", or "C-3 (Ann, ann@example.com)".
constexpr bool may_name_id(std::string_view fact) {
    constexpr std::array<std::string_view, 14> k_facts{
        "complaint", "complaints", "other",     "first",  "last",   "customer", "customers",
        "numbers",   "owner",      "duplicate", "merged", "action", "survivor", "touched"};
    return std::ranges::find(k_facts, fact) != k_facts.end();
}

// The first of the names, which is taken off them.
constexpr std::string_view take_name(std::string_view& names) {
    const auto name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    return name;
}

constexpr bool has_name(std::string_view names, std::string_view name) {
    while (!names.empty())
        if (take_name(names) == name) return true;
    return false;
}

} // namespace reklamaatio::complaint
