// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting by rules: what a complaint says about itself decides its category, priority, team and so on.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/event.hpp"
#include "complaint/handling.hpp"
#include "complaint/phrase.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

struct Policy;

// What a rule may set. Tags are not here: they add up.
enum class Settable { kind, priority, harm, category, product, cause, assign };

template <>
struct Vocabulary<Settable> {
    static constexpr std::string_view k_noun = "a field that rules set";
    static constexpr std::array<std::string_view, 7> k_words{"kind",    "priority", "harm",  "category",
                                                             "product", "cause",    "assign"};
};

// What a rule may ask, in the order in which it is looked at.
enum class Question { kind, priority, harm, category, product, channel, source, team, tag, customer, text };

template <>
struct Vocabulary<Question> {
    static constexpr std::string_view k_noun = "a condition of rules";
    static constexpr std::array<std::string_view, 11> k_words{"kind",    "priority", "harm",   "category",
                                                              "product", "channel",  "source", "team",
                                                              "tag",     "customer", "text"};
};

// Who complains: an e-mail address, everybody at a domain ("@example.fi"), or words of the name.
struct CustomerPattern {
    std::string address; // folded to lower case, with its @; empty: look at the name
    std::optional<Phrase> name;
    std::string text; // as it was written
};

// Throws BadValue.
CustomerPattern parse_customer_pattern(std::string_view text);

// Each list that is not empty must have the complaint's value; of tags and text, one of those it has.
struct RuleConditions {
    std::vector<Kind> kind;
    std::vector<Priority> priority;
    std::vector<Harm> harm;
    std::vector<std::string> category;
    std::vector<std::string> product;
    std::vector<std::string> channel;
    std::vector<std::string> source;
    std::vector<std::string> team;
    std::vector<std::string> tag;
    std::vector<CustomerPattern> customer;
    std::vector<Phrase> text; // looked for in the subject and in the text
};

// A condition: the empty list admits every value.
template <typename T, typename V>
bool admits(const std::vector<T>& wanted, const V& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// Whether every value that the narrow list admits is admitted by the wide one.
template <typename T>
bool is_part_of(const std::vector<T>& wide, const std::vector<T>& narrow) {
    return wide.empty() || (!narrow.empty() && std::ranges::all_of(narrow, [&](const T& value) {
               return admits(wide, value);
           }));
}

// What is set; empty: left alone. At most one of team and person.
struct RuleSettings {
    std::optional<Kind> kind;
    std::optional<Priority> priority;
    std::optional<Harm> harm;
    std::optional<std::string> category;
    std::optional<std::string> product;
    std::optional<std::string> cause;
    std::string team;
    std::string person;
    std::vector<std::string> tags;

    bool sets(Settable field) const;
    // Whether the complaint has the value that this sets; of a field that it sets.
    bool is_had_by(const Complaint& complaint, Settable field) const;
    bool sets_nothing() const;
};

struct Rule {
    std::string name;
    RuleConditions when;
    RuleSettings set;
};

// What the rules look at: the complaint as it came, before any rule; so the order of rules decides who sets a
// field, never whether one matches.
struct RuleFacts {
    const Complaint& complaint;
    std::string_view customer_name;
    std::string_view customer_email;
    std::vector<Settable> decided{}; // by hand: no rule sets them
    // Of one that is known, as it was before rules; null: it is so still.
    const Complaint* before_rules = nullptr;

    const Complaint& as_it_came() const { return before_rules != nullptr ? *before_rules : complaint; }
};

struct RuleVerdict {
    std::optional<Question> failed; // the first condition that did not hold; nothing: the rule matched
    std::vector<Settable> set;      // what it was the first to set
    std::vector<Settable> too_late; // what an earlier rule, or somebody by hand, had decided otherwise
    std::vector<Settable> stands;   // what the complaint has already as this rule sets it
    bool matched() const { return !failed; }
};

struct Ruling {
    RuleSettings set; // by all rules together
    // Per field, the index of the rule that set it.
    std::array<std::optional<std::size_t>, Vocabulary<Settable>::k_words.size()> by;
    std::vector<RuleVerdict> verdicts; // one per rule, in the order of the policy
};

// What somebody decided about a complaint that is known already: fields that have a value, and of those that
// always have one the ones that differ from the usual, or that one of its events has changed. Whether the
// usual was meant when nobody changed it, nobody knows. `standing`: its events.
std::vector<Settable> decided_by_now(const Complaint& complaint, std::span<const Event> standing);

// A known complaint without what the rules would have made of it. Nobody noted who set a field: where the
// rules give it the value that it has, they did. So that asking them twice changes nothing.
Complaint before_rules(const Policy& policy, const RuleFacts& facts);

// Every rule that matches, in order; the first to set a field keeps it. Tags of all that match add up.
Ruling classify_by_rules(const Policy& policy, const RuleFacts& facts);

// What the rules set besides who handles it.
Classification classification_by(const RuleSettings& set);

// One line per rule for `classify --explain`: "damage in transit: matched; sets category to damage",
// "billing: did not match: channel is phone, not email".
std::vector<std::string> explained(const Policy& policy, const RuleFacts& facts, const Ruling& ruling);

// Whether every complaint that `narrow` matches is matched by `wide` too, as far as the conditions tell.
bool covers(const RuleConditions& wide, const RuleConditions& narrow);

} // namespace reklamaatio::complaint
