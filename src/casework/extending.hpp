// SPDX-License-Identifier: GPL-3.0-or-later
// What of a complaint can be given more time, and how much.
#pragma once

#include "casework/desk.hpp"
#include "complaint/extension.hpp"

#include <optional>
#include <string>

namespace reklamaatio::casework {

// The statutory term of that name, or the only one. Throws complaint::Refusal where there is none that the policy in force lets extend
// and that is not met, or several and no name.
complaint::Extendable extendable_term(Desk& desk, complaint::Id complaint,
                                      const std::optional<std::string>& name);

// That which we promise. Throws complaint::Refusal where there is none that the policy lets extend and that is still owed.
complaint::Extendable extendable_resolution(Desk& desk, const complaint::Complaint& complaint,
                                            time::Instant now);

} // namespace reklamaatio::casework
