// SPDX-License-Identifier: GPL-3.0-or-later
// Logging a complaint: whose it is, what the rules of the policy make of it, and who gets it.
#pragma once

#include "casework/caller.hpp"
#include "casework/desk.hpp"
#include "complaint/handling.hpp"
#include "rulebook/triage/routing.hpp"
#include "rulebook/triage/rule.hpp"
#include "store/customer_match.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// What is known of a complaint that is being logged.
struct NewComplaint {
    complaint::Complaint facts;               // without id, uid and customer
    std::optional<std::string> customer = {}; // as customer_meant reads it; nothing: nobody is known
    std::optional<std::string> phone = {};    // the customer's, beside `customer` that names no number
    std::optional<Caller> caller = {};        // whose that number is, where somebody was asked
    bool answered = false;                    // we are talking to the customer, at the time of the occasion
    bool by_rules = true;                     // the rules of the policy classify it
    std::vector<rulebook::Settable> decided = {}; // by hand: no rule sets them
};

// What became of it.
struct Opened {
    store::Entry entry;
    std::optional<store::CustomerMatch>
        match;                         // nothing where the customer was named by number, or not at all
    complaint::Complaint before_rules; // the draft as it was before the rules,
    complaint::Complaint by_rules;     // and as they made it
    rulebook::Destination to;          // who got it by the rules; blank where they did not say
};

// Throws complaint::Refusal where something forbids it (neither subject nor text, a reference that another
// complaint has, a time that cannot be), and complaint::BadValue for a customer, a telephone number or a word
// that cannot be. Nothing is kept of it then, if the desk's transaction is not committed.
Opened open(Desk& desk, const NewComplaint& wanted, const complaint::Occasion& when);

// The customer's other unresolved complaints, so that none is logged twice; in order of their numbers.
std::vector<complaint::Id> others_unresolved(Desk& desk, const complaint::Complaint& complaint);

// Other unresolved complaints that have the same value in a field whose values tell cases apart, such as an order number.
struct SameCase {
    const complaint::OwnField* field;
    std::string value;
    std::vector<complaint::Id> ids; // in order of their numbers
};
std::vector<SameCase> same_cases(Desk& desk, const complaint::Complaint& complaint);

// Other complaints, whatever became of them, that another source calls by the same reference; in order of their numbers.
std::vector<complaint::Id> of_same_reference(Desk& desk, const complaint::Complaint& complaint);

// Somebody else of that name, where the customer is known by it alone: they may be one.
std::optional<complaint::Customer> namesake_of(Desk& desk, const complaint::Customer& newcomer);

} // namespace reklamaatio::casework
