// SPDX-License-Identifier: GPL-3.0-or-later
// A rule of the policy: what it asks of a complaint, and what it sets.
#pragma once

#include "complaint/complaint.hpp"
#include "rulebook/phrase.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// What a rule may set. Tags are not here: they add up.
enum class Settable { kind, priority, harm, category, product, cause, assign };

constexpr auto vocabulary(Settable) {
    return complaint::Words<7>{"a field that rules set",
                               {"kind", "priority", "harm", "category", "product", "cause", "assign"}};
}

// What a rule may ask, in the order in which it is looked at.
enum class Question { kind, priority, harm, category, product, channel, source, team, tag, customer, text };

constexpr auto vocabulary(Question) {
    return complaint::Words<11>{"a condition of rules",
                                {"kind", "priority", "harm", "category", "product", "channel", "source",
                                 "team", "tag", "customer", "text"}};
}

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
    std::vector<complaint::Kind> kind;
    std::vector<complaint::Priority> priority;
    std::vector<complaint::Harm> harm;
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
    std::optional<complaint::Kind> kind;
    std::optional<complaint::Priority> priority;
    std::optional<complaint::Harm> harm;
    std::optional<std::string> category;
    std::optional<std::string> product;
    std::optional<std::string> cause;
    std::string team;
    std::string person;
    std::vector<std::string> tags;

    bool sets(Settable field) const;
    // Whether the complaint has the value that this sets; of a field that it sets.
    bool is_had_by(const complaint::Complaint& complaint, Settable field) const;
    bool sets_nothing() const;
};

struct Rule {
    std::string name;
    RuleConditions when;
    RuleSettings set;
};

} // namespace reklamaatio::rulebook
