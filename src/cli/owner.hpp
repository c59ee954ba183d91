// SPDX-License-Identifier: GPL-3.0-or-later
// WHO: a person, or team:NAME.
#pragma once

#include "complaint/handling.hpp"

#include <string>

namespace reklamaatio::cli {

// Throws UsageError for an empty name, or one with control characters. A person keeps the team that the
// complaint has.
complaint::Assignment parse_owner(const std::string& text, const std::string& team_so_far);

} // namespace reklamaatio::cli
