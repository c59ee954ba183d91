// SPDX-License-Identifier: GPL-3.0-or-later
// Whom an argument names.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::casework {

// C-7 or 7, an e-mail address, a telephone number, or a name that only one has. Throws complaint::Refusal
// when it names nobody, or several, which it lists. Somebody who was merged into another is named by number
// only.
complaint::Customer customer_named(Desk& desk, const std::string& text);

// For what changes something: a part of a name is not enough.
complaint::Customer customer_named_in_full(Desk& desk, const std::string& text);

// What somebody types for a customer: "C-7", "C7" or "7" is a number, "name:7" is somebody who is called "7", and
// everything else is left to whoever asks.
struct TypedCustomer {
    std::optional<complaint::CustomerId> number = {};
    std::string name = {}; // after name:
    std::string other = {};
};
// Throws complaint::BadValue for a number or a name that is missing: "C-", "name:".
TypedCustomer read_customer(const std::string& text);

// By number, also somebody who was merged into another. Throws complaint::Refusal for a number that nobody has.
complaint::Customer customer_numbered(Desk& desk, complaint::CustomerId id);

// Of whom somebody speaks who logs, mends or looks for a complaint: one who is known by number, or else facts
// by which to recognise or to add one.
struct CustomerMeant {
    std::optional<complaint::Customer> known;
    complaint::Customer facts; // blank when `known`
};
// As read_customer has it; what that leaves is read by complaint::parse_customer. Throws complaint::Refusal for a
// number that nobody has, or whose owner was merged into another, and complaint::BadValue for what is none of
// these.
CustomerMeant customer_meant(Desk& desk, const std::string& text);

} // namespace reklamaatio::casework
