// SPDX-License-Identifier: GPL-3.0-or-later
// Who may grant how much.
#pragma once

#include "casework/desk.hpp"

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

} // namespace reklamaatio::casework
