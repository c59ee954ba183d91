// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/unreachable_rules.hpp"

#include "complaint/tags.hpp"
#include "rulebook/triage/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::Complaint;
using rulebook::Policy;
using rulebook::Rule;
using rulebook::RuleConditions;
using rulebook::Settable;

// Every value that is asked for differs from what a complaint has of which nobody said anything; see
// rulebook::decided_by_now.
bool asks_for_decided(const RuleConditions& when, Settable what) {
    const auto& asked =
        what.field != nullptr ? when.fields.asked_of(*what.field) : when.fields.asked_of("team");
    const auto usual =
        what.field != nullptr ? complaint::text_of(what.field->get(Complaint{})) : std::string();
    return !asked.empty() && std::ranges::find(asked, usual) == asked.end();
}

// The rules of the policy that match whenever that one does.
std::vector<const Rule*> rules_before(const Policy& policy, const Rule& rule) {
    std::vector<const Rule*> before;
    for (const Rule& earlier : policy.rules)
        if (rulebook::covers(earlier.when, rule.when)) before.push_back(&earlier);
    return before;
}

// What is left of the tags that it sets.
std::vector<std::string> new_tags(const Rule& rule, const std::vector<const Rule*>& before) {
    auto tags = rule.set.tags;
    // Of several that it asks for, any one may be there.
    if (rule.when.tag.size() == 1) tags = complaint::changed_tags(tags, {}, rule.when.tag);
    for (const Rule* earlier : before)
        tags = complaint::changed_tags(tags, {}, earlier->set.tags);
    return tags;
}

std::string idle_because(const Policy& policy, const Rule& rule, const std::vector<const Rule*>& before) {
    const auto sets_the_same = [&](const Rule* earlier) {
        return std::ranges::any_of(rulebook::settables(policy.own), [&](Settable field) {
            return rule.set.sets(field) && earlier->set.sets(field) && !asks_for_decided(rule.when, field);
        });
    };
    auto first = std::ranges::find_if(before, sets_the_same);
    if (first == before.end() && !rule.set.tags.empty())
        first = std::ranges::find_if(before, [](const Rule* earlier) { return !earlier->set.tags.empty(); });
    if (first != before.end())
        return fmt::format("rule '{}' never sets anything: rule '{}' before it matches whenever it does; put "
                           "it before that one, or remove it",
                           rule.name, (*first)->name);
    return fmt::format("rule '{}' never sets anything: it asks for a value of what it sets, and a value that "
                       "is there stays; ask for something else, or remove it",
                       rule.name);
}

} // namespace

std::vector<Settable> decided_by_its_conditions(const Policy& policy, const Rule& rule) {
    std::vector<Settable> decided;
    for (const auto field : rulebook::settables(policy.own))
        if (rule.set.sets(field) && asks_for_decided(rule.when, field)) decided.push_back(field);
    return decided;
}

void check_is_reachable(const Policy& policy, const Rule& rule, toml::Place place, toml::Faults& faults) {
    if (rule.set.sets_nothing()) {
        faults.add(place,
                   fmt::format("rule '{}' sets nothing; add set.category, assign or the like", rule.name));
        return;
    }
    const auto before = rules_before(policy, rule);
    const auto is_set_before = [&](Settable field) {
        return std::ranges::any_of(before, [&](const Rule* earlier) { return earlier->set.sets(field); });
    };
    for (const auto field : rulebook::settables(policy.own))
        if (rule.set.sets(field) && !asks_for_decided(rule.when, field) && !is_set_before(field)) return;
    if (new_tags(rule, before).empty()) faults.add(place, idle_because(policy, rule, before));
}

} // namespace reklamaatio::policy
