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

// On which side of now the point in time lies, where the question says so.
enum class Direction { either, past, future };

struct MomentContext {
    Instant now;
    const Zone& zone;
    const Calendar& calendar; // counts +2bd and -1bd
};

// Understands, in the context's zone unless the text names another:
//
//   2026-11-21  2026-11-21T14:05[:33]  2026-11-21 14:05   a zone may follow the time: Z, +02:00 or +0200
//   21.11.2026  21.11.2026 14:05[:33]  21.11.2026 14.05   the day stands first; a zone may follow here too
//   now
//   today  yesterday  tomorrow                            alone or with a time: yesterday 14:05
//   next-friday  last-monday                              the nearest after or before today; likewise, and also
//                                                         with a blank: next friday
//   +2h  +90m                                             from now, in elapsed time
//   -3d  +2w                                              from now; the wall-clock time stays the same
//   +2bd                                                  the close of the second working day after today
//   -1bd                                                  the opening of the last working day before today
//   3 days ago  1 week ago  2 hours ago  15 minutes ago   the same as -3d, -1w, -2h and -15m
//   in 3 days  in 2 hours                                 the same as +3d and +2h
//   17:00  noon                                           today; in the direction that was asked for
//   15.12.  15.12. 14:05                                  the nearest in the direction that was asked for, today included
//
// Behind a day in words the hour is enough, yesterday 16, and noon is a time of day.
//
// Anything else throws Error with the right spelling; so do 1/5/2026, two-digit years, bare numbers, bare
// weekdays, days that do not exist, a time of day that lies in the other direction, and a local time that a clock change
// skips. A repeated local time is the first of the two. Words are read in any case.
Instant parse_moment(std::string_view text, const MomentContext& context, DateMeans means,
                     Direction direction = Direction::either);

} // namespace reklamaatio::time
