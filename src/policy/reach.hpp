// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a policy promises can be kept at all.
#pragma once

#include "policy/policy.hpp"
#include "time/instant.hpp"

namespace reklamaatio::policy {

// The policy as read() gives it, and judged for being put in force at `now`: a target that a complaint of
// today or of the next days could never reach, as its calendar has too few hours for it, is a fault as well.
// Policies that are in force already are not judged so, or nobody could open their database to mend them.
complaint::Policy read_for_use(std::string_view toml, std::string_view file, time::Instant now);

} // namespace reklamaatio::policy
