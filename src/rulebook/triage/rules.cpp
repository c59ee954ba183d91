// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules.hpp"

#include "complaint/tags.hpp"
#include "rulebook/policy.hpp"
#include "rulebook/triage/rule_condition.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

bool contains(const std::vector<Settable>& settables, Settable what) {
    return std::ranges::find(settables, what) != settables.end();
}

// What a rule that matched does, after those before it.
void follow(const RuleSettings& set, const std::vector<Settable>& settables, const RuleFacts& facts,
            const Ruling& before, RuleVerdict& verdict) {
    for (const auto what : settables) {
        if (!set.sets(what)) continue;
        const bool is_ruled = before.rule_that_set(what).has_value();
        if (!is_ruled && !contains(facts.decided, what))
            verdict.set.push_back(what);
        else if (!is_ruled && set.is_had_by(facts.complaint, what))
            verdict.stands.push_back(what);
        else
            verdict.too_late.push_back(what);
    }
}

} // namespace

std::optional<std::size_t> Ruling::rule_that_set(Settable what) const {
    const auto found = std::ranges::find(by, what, &std::pair<Settable, std::size_t>::first);
    return found == by.end() ? std::nullopt : std::optional(found->second);
}

Ruling classify_by_rules(const Policy& policy, const RuleFacts& complaint) {
    Ruling ruling;
    const ReadFacts facts(complaint);
    const auto all = settables(policy.own);
    for (std::size_t rule = 0; rule < policy.rules.size(); ++rule) {
        const auto& set = policy.rules[rule].set;
        RuleVerdict verdict{first_failure(policy.rules[rule].when, facts), {}, {}, {}};
        if (verdict.matched()) {
            follow(set, all, complaint, ruling, verdict);
            ruling.set.tags = complaint::changed_tags(ruling.set.tags, set.tags, {});
        }
        for (const auto what : verdict.set) {
            ruling.set.take(set, what);
            ruling.by.emplace_back(what, rule);
        }
        ruling.verdicts.push_back(std::move(verdict));
    }
    return ruling;
}

complaint::Classification classification_by(const RuleSettings& set) {
    return {set.fields, set.tags, {}};
}

} // namespace reklamaatio::rulebook
