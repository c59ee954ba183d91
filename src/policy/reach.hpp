// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a policy promises can be kept at all.
#pragma once

#include "policy/policy.hpp"
#include "time/instant.hpp"

namespace reklamaatio::policy {

// Judges a policy, which was read from that text, for being put in force at `now`. Throws PolicyError when a
// target could never be reached by a complaint of today or of the next days, as its calendar has too few
// hours for it. Policies that are in force already are not judged so, or nobody could open their database to
// mend them.
void check_targets(const rulebook::Policy& policy, std::string_view toml, std::string_view file,
                   time::Instant now);

} // namespace reklamaatio::policy
