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

// Whether it is one's number: C-7 or 7, but not "C-Lines Oy", and not 0401234567.
bool is_customer_number(std::string_view text);

// Of whom somebody speaks who logs, mends or looks for a complaint: one who is known by number, or else facts
// by which to recognise or to add one.
struct CustomerMeant {
    std::optional<complaint::Customer> known;
    complaint::Customer facts; // blank when `known`
};
// "C-7" and "7" are numbers, "name:7" is somebody who is called "7"; everything else is read by
// complaint::parse_customer. Throws complaint::Refusal for a number that nobody has, or whose owner was
// merged into another, and complaint::BadValue for what is none of these.
CustomerMeant customer_meant(Desk& desk, const std::string& text);

// "C-7 (Maija Meikäläinen, maija@example.fi)"
std::string introduced(const complaint::Customer& customer);

} // namespace reklamaatio::casework
