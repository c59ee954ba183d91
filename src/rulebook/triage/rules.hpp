// SPDX-License-Identifier: GPL-3.0-or-later
// Classifying by rules: what a complaint says about itself decides its category, priority, team and so on.
#pragma once

#include "complaint/handling.hpp"
#include "rulebook/triage/rule.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::rulebook {

struct Policy;

// What the rules look at: the complaint as it came, before any rule; so the order of rules decides who sets a
// field, never whether one matches.
struct RuleFacts {
    const complaint::Complaint& complaint;
    std::string_view customer_name;
    std::string_view customer_email;
    std::vector<Settable> decided{}; // by hand: no rule sets them
    // Of one that is known, as it was before rules; null: it is so still.
    const complaint::Complaint* before_rules = nullptr;

    const complaint::Complaint& as_it_came() const {
        return before_rules != nullptr ? *before_rules : complaint;
    }
};

struct RuleVerdict {
    // The name of the first condition that did not hold; nothing: the rule matched.
    std::optional<std::string_view> failed;
    std::vector<Settable> set;      // what it was the first to set
    std::vector<Settable> too_late; // what an earlier rule, or somebody by hand, had decided otherwise
    std::vector<Settable> stands;   // what the complaint has already as this rule sets it
    bool matched() const { return !failed; }
};

struct Ruling {
    RuleSettings set; // by all rules together
    // What is set, and the index of the rule that set it.
    std::vector<std::pair<Settable, std::size_t>> by;
    std::vector<RuleVerdict> verdicts; // one per rule, in the order of the policy

    // The rule that set it; nothing when none did.
    std::optional<std::size_t> rule_that_set(Settable what) const;
};

// Every rule that matches, in order; the first to set a field keeps it. Tags of all that match add up.
Ruling classify_by_rules(const Policy& policy, const RuleFacts& facts);

// What the rules set besides who handles it.
complaint::Classification classification_by(const RuleSettings& set);

// Whether every complaint that `narrow` matches is matched by `wide` too, as far as the conditions tell.
bool covers(const RuleConditions& wide, const RuleConditions& narrow);

} // namespace reklamaatio::rulebook
