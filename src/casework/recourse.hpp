// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a customer can turn to, as the policy in force has it told.
#pragma once

#include "casework/desk.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::casework {

// Whether a message to the customer of that complaint tells it, in one of the languages.
bool tells_recourse(Desk& desk, const complaint::Complaint& complaint, std::string_view message);

// How it is told, in the first of the languages; empty where the policy has no sentence.
std::string recourse_sentence(Desk& desk, const complaint::Complaint& complaint);

} // namespace reklamaatio::casework
