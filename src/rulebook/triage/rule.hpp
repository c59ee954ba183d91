// SPDX-License-Identifier: GPL-3.0-or-later
// A rule of the policy: what it asks of a complaint, and what it sets.
#pragma once

#include "complaint/field_values.hpp"
#include "complaint/own_field.hpp"
#include "rulebook/condition.hpp"
#include "rulebook/phrase.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// What a rule may set: a field of the complaint, or who handles it. Tags are not here: they add up.
struct Settable {
    const complaint::Field<complaint::Complaint>* field = nullptr; // null: who handles it
    std::string_view name() const { return field == nullptr ? "assign" : field->name; }
    friend bool operator==(const Settable&, const Settable&) = default;
};
inline constexpr Settable k_assign{};

// The fields of Use::classify, in the order of their table, then those of the firm, then who handles it.
std::vector<Settable> settables(const complaint::OwnFields& own = {});
// Nothing for what rules do not set.
std::optional<Settable> settable_named(std::string_view name, const complaint::OwnFields& own = {});

// Who complains: an e-mail address, everybody at a domain ("@example.fi"), or words of the name.
struct CustomerPattern {
    std::string address; // folded to lower case, with its @; empty: look at the name
    std::optional<Phrase> name;
    std::string text; // as it was written
};

// Throws BadValue.
CustomerPattern parse_customer_pattern(std::string_view text);

// All must hold. Each list that is not empty must have one that is true of the complaint.
struct RuleConditions {
    FieldConditions fields;
    std::vector<std::string> tag;
    std::vector<CustomerPattern> customer;
    std::vector<Phrase> text; // looked for in the subject and in the text
};

// What is set; what is blank is left alone. At most one of team and person.
struct RuleSettings {
    complaint::FieldValues fields;
    std::string team;
    std::string person;
    std::vector<std::string> tags;

    bool sets(Settable what) const;
    // Whether the complaint has the value that this sets; of what it sets.
    bool is_had_by(const complaint::Complaint& complaint, Settable what) const;
    bool sets_nothing() const;
    // What the other sets, in one respect.
    void take(const RuleSettings& other, Settable what);
    // The value that is set, in words: "claim", "team:returns".
    std::string value_of(Settable what) const;
};

struct Rule {
    std::string name;
    RuleConditions when;
    RuleSettings set;
};

} // namespace reklamaatio::rulebook
