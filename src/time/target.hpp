// SPDX-License-Identifier: GPL-3.0-or-later
// How long a service level allows: "4h", "2bd", "14d".
#pragma once

#include "time/instant.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::time {

enum class Unit {
    minutes,      // m: working time
    hours,        // h: working time
    working_days, // bd: the close of the N-th working day after the day of receipt
    days,         // d: calendar days, same wall-clock time
    weeks         // w: calendar weeks, same wall-clock time
};

// count is at least 1.
struct Target {
    int count = 0;
    Unit unit = Unit::hours;
    friend bool operator==(const Target&, const Target&) = default;
};

// Throws Error for anything but a whole number from 1 to 99999 followed by m, h, bd, d or w.
Target parse_target(std::string_view text);
std::string to_string(Target target);

// Whether the target is counted in working time (m h bd) rather than in calendar time (d w).
bool counts_working_time(Target target);

} // namespace reklamaatio::time
