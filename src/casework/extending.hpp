// SPDX-License-Identifier: GPL-3.0-or-later
// Which statutory term of a complaint can be given more time, and how much.
#pragma once

#include "casework/desk.hpp"
#include "complaint/extension.hpp"

#include <optional>
#include <string>

namespace reklamaatio::casework {

// The one of that name, or the only one. Throws complaint::Refusal where there is none that the policy in force lets extend
// and that is not met, or several and no name.
complaint::ExtendableTerm extendable_term(Desk& desk, complaint::Id complaint,
                                          const std::optional<std::string>& name);

} // namespace reklamaatio::casework
