// SPDX-License-Identifier: GPL-3.0-or-later
// Rules, and a complaint for them, in few words.
#pragma once

#include "rulebook/history.hpp"
#include "rulebook/triage/rules.hpp"
#include "rulebook/triage/rules_explained.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::rulebook::tests {

inline Rule rule(std::string name, RuleConditions when, RuleSettings set) {
    return {std::move(name), std::move(when), std::move(set)};
}

inline RuleConditions text_has(std::initializer_list<std::string_view> phrases) {
    RuleConditions when;
    for (const auto phrase : phrases)
        when.text.push_back(parse_phrase(phrase));
    return when;
}

inline RuleSettings category(std::string word) {
    RuleSettings set;
    set.fields.set("category", std::move(word));
    return set;
}

inline Policy with_rules(std::vector<Rule> rules) {
    Policy made = policy({});
    made.rules = std::move(rules);
    return made;
}

inline Complaint broken_stove() {
    Complaint made = draft();
    made.subject = "Kiuas rikki";
    made.text = "The glass was BROKEN in transit.";
    made.category = "";
    made.source = "shop";
    made.tags = {"summer", "vip"};
    return made;
}

// Whether a rule of these conditions matches what Maija Meikäläinen complains of.
inline bool matches(const RuleConditions& when, const Complaint& complaint,
                    std::string_view email = "Maija@Example.fi") {
    const auto p = with_rules({rule("r", when, category("x"))});
    return classify_by_rules(p, {complaint, "Maija Meikäläinen", email}).verdicts[0].matched();
}

// Of what rules set.
inline Settable settable(std::string_view name) {
    return settable_named(name).value();
}

// What each rule did, behind its name.
inline std::vector<std::string> explained(const Policy& policy, const RuleFacts& facts,
                                          const Ruling& ruling) {
    auto lines = explanations(policy, facts, ruling);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i] = policy.rules[i].name + ": " + lines[i];
    return lines;
}

} // namespace reklamaatio::rulebook::tests
