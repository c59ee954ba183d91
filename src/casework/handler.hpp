// SPDX-License-Identifier: GPL-3.0-or-later
// WHO: a person, or team:NAME.
#pragma once

#include "complaint/handling.hpp"
#include "rulebook/policy.hpp"

#include <string>

namespace reklamaatio::casework {

// Whether it can be somebody's name: not empty, without blanks at its ends and without control characters.
bool is_name(const std::string& text);

// Throws UsageError for an empty name, or one with control characters, and BadValue for somebody whom the
// policy, which names people or teams, does not know. A person keeps the team that the complaint has.
complaint::Assignment parse_owner(const rulebook::Policy& policy, const std::string& text,
                                  const std::string& team_so_far);

} // namespace reklamaatio::casework
