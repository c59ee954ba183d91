// SPDX-License-Identifier: GPL-3.0-or-later
// What is left to a clock that is paused.
#pragma once

#include "rulebook/policy.hpp"
#include "time/instant.hpp"

#include <string>

namespace reklamaatio::view {

// "10 bd", "5 h": in the largest unit that is full, since nobody plans by the minute while a clock stands.
// Working days are as long as the calendar's are on the average. `left` is working time.
std::string working_time_left(time::Seconds left, const time::Calendar& calendar);

// Likewise of the resolution of a complaint, in the time that its target counts.
std::string time_left(time::Seconds left, const complaint::Complaint& complaint,
                      const rulebook::Policy& policy);

} // namespace reklamaatio::view
