// SPDX-License-Identifier: GPL-3.0-or-later
// The clock changes that a zone file lists, without the rule for all years after them. The library works out
// four hundred years of that rule whenever it loads a zone, which costs a command more than all else that it
// does with times.
#pragma once

#include "time/instant.hpp"

#include <optional>
#include <string>

#include <absl/time/time.h>

namespace reklamaatio::time {

// Zone files list their clock changes up to this year, then comes the rule.
inline constexpr Instant k_end_of_tables{std::chrono::sys_days{std::chrono::year{2037} / 1 / 1}};

// Right for every instant before k_end_of_tables. Nothing when there is no such zone, or when its file leaves
// earlier years to the rule, as some systems have it.
std::optional<absl::TimeZone> load_zone_table(const std::string& name);

} // namespace reklamaatio::time
