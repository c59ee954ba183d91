// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time as people type them: "yesterday", "21.11.2026 14:05", "+2bd", "next-friday".
#pragma once

#include "time/calendar.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <string_view>

namespace reklamaatio::time {

// What a date without a time of day stands for.
enum class DateMeans {
    beginning, // its first instant
    end,       // 23:59:59
    after      // the first instant of the next day: the exclusive end of a stretch that includes the date
};

struct MomentContext {
    Instant now;
    const Zone& zone;
    const Calendar& calendar; // counts +2bd and -1bd
};

// Understands, in the context's zone unless the text names another:
//   2026-11-21            2026-11-21T14:05[:33][Z|+02:00|+0200]   a space for T
//   21.11.2026            21.11.2026 14:05[:33]                   always day first; 14.05 for the time as
//   well now                   today yesterday tomorrow, each also with a time: "yesterday 14:05" -3d +2h
//   +90m +2w      -1bd +2bd                               from now; m and h elapsed time, d and w wall clock;
//                         bd: the close of that working day after today, or the opening of that one before
//   3 days ago, 2 hours ago, 1 week ago, 15 minutes ago
//   next-friday last-monday                                       the nearest such day after or before today
// Anything else throws Error with the right spelling; so do 1/5/2026, two-digit years, bare numbers, bare
// weekdays, days that do not exist, and a local time that a clock change skips. A repeated local time is the
// first of the two. Words are read in any case.
Instant parse_moment(std::string_view text, const MomentContext& context, DateMeans means);

} // namespace reklamaatio::time
