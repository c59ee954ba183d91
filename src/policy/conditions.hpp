// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions that service levels, rules and escalations share.
#pragma once

#include "complaint/error.hpp"
#include "policy/sections.hpp"
#include "rulebook/policy.hpp"
#include "toml/reader.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::policy {

// Names are how reports and explanations tell service levels and rules apart: each is given once.
class GivenNames {
  public:
    explicit GivenNames(std::string_view noun) : m_noun(noun) {}

    // Throws BadValue for one that is taken.
    void take(const std::string& name) {
        if (!m_names.insert(name).second)
            throw complaint::BadValue(
                fmt::format("another {} is called '{}'; give each its own name", m_noun, name));
    }
    // Of one that has none of its own, such as "rule 3": no later one may be called so.
    void add(const std::string& name) { m_names.insert(name); }

  private:
    std::string_view m_noun;
    std::set<std::string> m_names;
};

// Words of a list that may be closed.
inline void read_listed(toml::Reader& reader, std::string_view key, rulebook::Listed what,
                        const rulebook::Policy& policy, std::vector<std::string>& into) {
    reader.with_each(key, [&](const std::string& text) {
        policy.words.check(what, text);
        into.push_back(text);
    });
}

// A list without words is a slip: nobody knows whether it was to hold always or never. `keys` are lists that
// were read already.
inline void check_have_words(toml::Reader& reader, std::span<const std::string_view> keys) {
    for (const auto key : keys)
        if (const toml::Node list = reader.table()[key]; list.is_list() && list.count() == 0)
            reader.faults().add(list.place(),
                                fmt::format("{} is empty, so nothing would match; add words, or remove it",
                                            reader.called(key)));
}

// Throws BadValue for a word that the field cannot have, or that the policy does not know.
inline void check_word(const rulebook::Policy& policy, const complaint::Field<complaint::Complaint>& field,
                       const std::string& text) {
    rulebook::check_word(policy.words, field, text);
    // A policy that names no teams leaves their names to those who assign.
    if (field.name == "team" && !policy.teams.empty()) rulebook::check_team(policy.teams, text);
}

// field.NAME = ["..."]
inline void read_own_conditions(toml::Reader& reader, const rulebook::Policy& policy,
                                rulebook::FieldConditions& when) {
    const toml::Node table = reader.subtable("field", "field.order_number = [\"...\"]");
    if (!table) return;
    toml::Reader own(table, reader.name() + " field", reader.faults());
    std::vector<std::string_view> keys;
    for (const auto& field : policy.own) {
        keys.push_back(field->key());
        std::vector<std::string> words;
        own.with_each(field->key(),
                      [&](const std::string& text) { words.push_back(own_value(*field, text)); });
        when.ask(field->field(), std::move(words));
    }
    check_have_words(own, keys);
    own.finish();
}

// The conditions on fields, which they have in common; `other` is a key that means something else here.
inline void read_conditions(toml::Reader& reader, const rulebook::Policy& policy,
                            rulebook::FieldConditions& when, std::string_view other = {}) {
    std::vector<std::string_view> keys;
    for (const auto* field : complaint::complaint_fields(complaint::Use::condition)) {
        if (field->name == other) continue;
        keys.push_back(field->name);
        std::vector<std::string> words;
        reader.with_each(field->name, [&](const std::string& text) {
            check_word(policy, *field, text);
            words.push_back(text);
        });
        when.ask(*field, std::move(words), rulebook::usual_word(policy, *field));
    }
    check_have_words(reader, keys);
    read_own_conditions(reader, policy, when);
}

} // namespace reklamaatio::policy
