// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions that service levels and rules share.
#pragma once

#include "complaint/error.hpp"
#include "policy/reader.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace reklamaatio::policy {

// Names are how reports and explanations tell service levels and rules apart. Throws BadValue.
template <typename T>
void check_new_name(const std::vector<T>& items, const std::string& name, std::string_view noun) {
    if (std::ranges::find(items, name, &T::name) != items.end())
        throw complaint::BadValue(
            fmt::format("another {} is called '{}'; give each its own name", noun, name));
}

template <typename E>
void read_words(Reader& reader, std::string_view key, std::vector<E>& into) {
    reader.with_each(key, [&](const std::string& text) { into.push_back(complaint::parse_word<E>(text)); });
}

// Words of a list that may be closed.
inline void read_listed(Reader& reader, std::string_view key, rulebook::Listed what,
                        const rulebook::Policy& policy, std::vector<std::string>& into) {
    reader.with_each(key, [&](const std::string& text) {
        policy.words.check(what, text);
        into.push_back(text);
    });
}

// A list without words is a slip: nobody knows whether it was to hold always or never. `keys` are lists that
// were read already.
inline void check_have_words(Reader& reader, std::span<const std::string_view> keys) {
    for (const auto key : keys)
        if (const auto* list = reader.table()[key].as_array(); list != nullptr && list->empty())
            reader.faults().add(*list,
                                fmt::format("{} is empty, so nothing would match; add words, or take it out",
                                            in_table(reader.name(), key)));
}

// `Conditions` is complaint::Conditions or complaint::RuleConditions.
template <typename Conditions>
void read_conditions(Reader& reader, const rulebook::Policy& policy, Conditions& when) {
    read_words(reader, "kind", when.kind);
    read_words(reader, "priority", when.priority);
    read_words(reader, "harm", when.harm);
    read_listed(reader, "category", rulebook::Listed::categories, policy, when.category);
    read_listed(reader, "product", rulebook::Listed::products, policy, when.product);
    read_listed(reader, "channel", rulebook::Listed::channels, policy, when.channel);
    reader.with_each("team", [&](const std::string& text) {
        // A policy that names no teams leaves their names to those who assign.
        if (!policy.teams.empty()) rulebook::check_team(policy.teams, text);
        when.team.push_back(text);
    });
    constexpr std::array<std::string_view, 7> k_keys{"kind",    "priority", "harm", "category",
                                                     "product", "channel",  "team"};
    check_have_words(reader, k_keys);
}

} // namespace reklamaatio::policy
