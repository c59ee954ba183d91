// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule asks besides the fields of a complaint: a table of its tags, its customer and its texts. Whether
// a rule holds, why it does not, and whether it covers another are loops over the fields and this table.
#pragma once

#include "rulebook/triage/rules.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// The facts, with their texts taken apart once for all rules.
struct ReadFacts {
    explicit ReadFacts(const RuleFacts& facts);

    const complaint::Complaint& complaint; // as it came
    WordIndex subject;
    WordIndex text;
    WordIndex customer;
    std::string email;
};

struct RuleCondition {
    std::string_view name;
    bool (*holds)(const RuleConditions& when, const ReadFacts& facts);
    // Whether it holds wherever that of `narrow` does, as far as they tell.
    bool (*covers)(const RuleConditions& wide, const RuleConditions& narrow);
    // For "{had}, not {asked}".
    std::vector<std::string> (*asked)(const RuleConditions& when);
    std::string (*had)(const RuleFacts& facts);
};

// In the order in which they are looked at, after the fields.
std::span<const RuleCondition> rule_conditions();

// The name of the first condition that does not hold; nothing when all do.
std::optional<std::string_view> first_failure(const RuleConditions& when, const ReadFacts& facts);

} // namespace reklamaatio::rulebook
