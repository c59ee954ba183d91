// SPDX-License-Identifier: GPL-3.0-or-later
// Whom an argument names.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"

#include <string>

namespace reklamaatio::casework {

// C-7 or 7, an e-mail address, a telephone number, or a name that only one has. Throws complaint::Refusal
// when it names nobody, or several, which it lists. Somebody who was merged into another is named by number
// only.
complaint::Customer customer_named(casework::Desk& desk, const std::string& text);

// For what changes something: a part of a name is not enough.
complaint::Customer customer_named_in_full(casework::Desk& desk, const std::string& text);

// Whether it is one's number: C-7 or 7, but not "C-Lines Oy", and not 0401234567.
bool is_customer_number(std::string_view text);

// "C-7 (Maija Meikäläinen, maija@example.fi)"
std::string introduced(const complaint::Customer& customer);

} // namespace reklamaatio::casework
