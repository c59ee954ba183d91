// SPDX-License-Identifier: GPL-3.0-or-later
// Whose data the firm keeps for longer than its policy says.
#pragma once

#include "casework/desk.hpp"
#include "casework/erasing.hpp"
#include "store/lapsed.hpp"

#include <vector>

namespace reklamaatio::casework {

// Nothing happened to them for as long as erase_after says, counted in days of the organisation; nor did it to a complaint
// of somebody else that one of theirs was merged into, which is over as well. Behind
// them who was undone for so long, and is in the log alone. Throws complaint::Refusal where the policy does not say how long.
std::vector<store::Lapsed> lapsed(Desk& desk);

Erasing erase_lapsed(Desk& desk, const std::vector<store::Lapsed>& lapsed);

} // namespace reklamaatio::casework
