// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules.hpp"

#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "policy/conditions.hpp"
#include "policy/sections.hpp"
#include "policy/unreachable_rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using rulebook::Listed;
using rulebook::Policy;
using rulebook::Rule;

void read_when(toml::Reader& rule, const Policy& policy, rulebook::RuleConditions& into) {
    const toml::Node table = rule.subtable("when", "when.text = [\"broken\"]");
    if (!table) return;
    toml::Reader when(table, rule.name() + " when", rule.faults());
    read_conditions(when, policy, into.fields);
    read_listed(when, "tag", Listed::tags, policy, into.tag);
    when.with_each("customer", [&](const std::string& text) {
        into.customer.push_back(rulebook::parse_customer_pattern(text));
    });
    when.with_each("text",
                   [&](const std::string& text) { into.text.push_back(rulebook::parse_phrase(text)); });
    constexpr std::array<std::string_view, 3> k_keys{"tag", "customer", "text"};
    check_have_words(when, k_keys);
    when.finish();
}

void read_set(toml::Reader& rule, const Policy& policy, rulebook::RuleSettings& into) {
    const toml::Node table = rule.subtable("set", "set.category = \"damage\"");
    if (!table) return;
    toml::Reader set(table, rule.name() + " set", rule.faults());
    for (const auto* field : complaint::complaint_fields(complaint::Use::classify))
        set.with(set.string(field->name), [&](const std::string& text) {
            if (text.empty() && field->words.empty())
                throw BadValue("'' is not a word; write one, or remove it");
            check_word(policy, *field, text);
            into.fields.set(*field, text);
        });
    if (const toml::Node table = set.subtable("field", "set.field.order_number = \"...\"")) {
        toml::Reader own(table, set.name() + " field", set.faults());
        for (const auto& field : policy.own)
            own.with(own.string(field->key()), [&](const std::string& text) {
                into.fields.set(field->field(), own_value(*field, text));
            });
        own.finish();
    }
    set.with_each("tags", [&](const std::string& text) {
        complaint::check_tag(text);
        policy.words.check(Listed::tags, text);
        into.tags.push_back(text);
    });
    set.finish();
}

bool is_in_a_team(const Policy& policy, const std::string& person) {
    return std::ranges::any_of(policy.teams, [&](const rulebook::Team& team) {
        return team.lead == person || std::ranges::find(team.members, person) != team.members.end();
    });
}

void read_assign(toml::Reader& rule, const Policy& policy, rulebook::RuleSettings& into) {
    rule.with(rule.string("assign"), [&](const std::string& text) {
        if (const auto team = rulebook::team_meant_by(text)) {
            rulebook::check_team(policy.teams, *team);
            into.team = *team;
            return;
        }
        rulebook::check_person(policy.people, text);
        if (!policy.teams.empty() && !is_in_a_team(policy, text))
            throw BadValue(fmt::format(
                "'{}' is in no team, so nobody would stand in; add '{}' to the members of one", text, text));
        into.person = text;
    });
}

} // namespace

void read_rules(toml::Reader& file, Policy& policy, bool was_in_force) {
    GivenNames names("rule");
    for (const auto& table : file.tables("rule", "rules are")) {
        const std::size_t faults_before = file.faults().count();
        toml::Reader reader(table, "[[rule]]", file.faults());
        Rule rule;
        reader.with(reader.string("name"), [&](const std::string& text) {
            names.take(text);
            rule.name = text;
        });
        if (rule.name.empty()) names.add(rule.name = fmt::format("rule {}", policy.rules.size() + 1));
        read_when(reader, policy, rule.when);
        read_set(reader, policy, rule.set);
        read_assign(reader, policy, rule.set);
        reader.finish();
        if (!was_in_force && file.faults().count() == faults_before)
            check_is_reachable(policy, rule, table.place(), file.faults());
        policy.rules.push_back(std::move(rule));
    }
}

} // namespace reklamaatio::policy
