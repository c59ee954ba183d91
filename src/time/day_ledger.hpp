// SPDX-License-Identifier: GPL-3.0-or-later
// Working time day by day, so that a person can follow it on a wall calendar.
#pragma once

#include "time/calendar.hpp"

#include <optional>
#include <vector>

namespace reklamaatio::time {

struct LedgerDay {
    Date date;
    Interval whole;               // from its first instant to that of the next day
    std::vector<Interval> open;   // its working hours, all of them
    std::vector<Interval> worked; // what of them lies in the stretch
    Seconds length{0};            // the sum of that
    std::optional<Closing> closed;
    bool has_own_hours = false; // they are given for that very date

    // The day of a clock change has 23 or 25 hours.
    Seconds hours() const { return whole.until - whole.from; }
    bool is_of_clock_change() const { return hours() != std::chrono::hours{24}; }
};

// Every day that the stretch touches, in order. The lengths add up to Calendar::working_time(from, until).
std::vector<LedgerDay> day_by_day(const Calendar& calendar, Instant from, Instant until);

// Of the days that the stretch touches, those on which the zone's clocks are changed.
std::vector<LedgerDay> clock_changes(const Calendar& calendar, Instant from, Instant until);

} // namespace reklamaatio::time
