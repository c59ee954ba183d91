// SPDX-License-Identifier: GPL-3.0-or-later
// Values of a firm's own fields as people read them.
#pragma once

#include "rulebook/policy.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

// "Order number WEB-12", in the order of the policy; of what the policy does not know (any more) with its name. Not yet
// harmless for a terminal.
std::vector<std::string> own_field_texts(const complaint::Complaint& complaint,
                                         const rulebook::Policy& policy, complaint::Language language);

} // namespace reklamaatio::view
