// SPDX-License-Identifier: GPL-3.0-or-later
// How long a piece of work took, as people write it: "15m", "2h", "1h30m".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace reklamaatio::time {

// Nobody works longer at one go: more is a slip.
inline constexpr std::chrono::hours k_longest_effort{24};

// At least a minute and at most k_longest_effort. Throws Error for anything else.
std::chrono::minutes parse_effort(std::string_view text);

// "1 h 30 min", "46 h", "0 min": never in days, because it is priced by the hour.
std::string display_effort(std::chrono::minutes effort);

} // namespace reklamaatio::time
