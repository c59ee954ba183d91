// SPDX-License-Identifier: GPL-3.0-or-later
// Who may grant how much.
#pragma once

#include "casework/desk.hpp"
#include "complaint/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace reklamaatio::casework {

// Whether the word is a remedy here: one that everybody knows, or one that the policy adds.
bool is_remedy(Desk& desk, const std::string& text);

// What somebody grants, and who allowed it; without an amount there is nothing to ask. Throws complaint::Refusal
// when the actor may not grant so much, nor the one who approved.
void check_grant(Desk& desk, complaint::Id complaint, const std::optional<std::int64_t>& amount,
                 const std::string& currency, const std::string& approved_by);

// Likewise of a sum that comes to what the customer has accepted of this complaint already: together they are one grant.
void check_grant(Desk& desk, const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                 const std::optional<std::int64_t>& amount, const std::string& currency,
                 const std::string& approved_by);

// That somebody may grant together what is accepted with this event as well: whoever logs it, made or approved that
// offer, or approves it now. Of a single offer that was asked when it was made. Throws complaint::Refusal.
void check_acceptance(Desk& desk, const complaint::Complaint& complaint,
                      const complaint::Procedure& procedure, const complaint::Event& event,
                      const std::string& approved_by);

} // namespace reklamaatio::casework
