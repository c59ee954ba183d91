// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_explained.hpp"

#include "rulebook/policy.hpp"
#include "rulebook/triage/rule_condition.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::rulebook {

namespace {

// `failed`: the name of the condition.
std::string why_not(const RuleFacts& facts, const Rule& rule, std::string_view failed) {
    for (const auto& condition : rule.when.fields) {
        if (condition.field->name != failed) continue;
        const auto had = condition.had_by(facts.as_it_came());
        return fmt::format("{} is {}, not {}", failed, had.empty() ? "empty" : had,
                           fmt::join(condition.words, " or "));
    }
    const auto row = *std::ranges::find(rule_conditions(), failed, &RuleCondition::name);
    const auto asked = row.asked(rule.when);
    const auto had = row.had(facts);
    if (had.empty()) return fmt::format("the text has no {}", fmt::join(asked, ", "));
    return fmt::format("{}, not {}", had, fmt::join(asked, " or "));
}

std::string_view name_of(Settable field) {
    return field == k_assign ? "who handles it" : field.name();
}

std::string what_it_did(const Policy& policy, const Rule& rule, const Ruling& ruling,
                        const RuleVerdict& verdict) {
    std::vector<std::string> parts;
    for (const Settable field : verdict.set)
        parts.push_back(field == k_assign
                            ? fmt::format("assigns it to {}", rule.set.value_of(field))
                            : fmt::format("sets {} to {}", field.name(), rule.set.value_of(field)));
    if (!rule.set.tags.empty()) parts.push_back(fmt::format("adds tags {}", fmt::join(rule.set.tags, ", ")));
    for (const Settable field : verdict.stands)
        parts.push_back(field == k_assign
                            ? fmt::format("{} already has it", rule.set.value_of(field))
                            : fmt::format("{} is already {}", field.name(), rule.set.value_of(field)));
    for (const Settable field : verdict.too_late) {
        const auto by = ruling.rule_that_set(field);
        parts.push_back(by ? fmt::format("{} was set by {}", name_of(field), policy.rules[*by].name)
                           : fmt::format("{} was decided otherwise", name_of(field)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace

std::vector<std::string> explanations(const Policy& policy, const RuleFacts& facts, const Ruling& ruling) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < ruling.verdicts.size(); ++i) {
        const auto& rule = policy.rules[i];
        const auto& verdict = ruling.verdicts[i];
        texts.push_back(verdict.matched()
                            ? fmt::format("matched; {}", what_it_did(policy, rule, ruling, verdict))
                            : fmt::format("did not match: {}", why_not(facts, rule, *verdict.failed)));
    }
    return texts;
}

} // namespace reklamaatio::rulebook
