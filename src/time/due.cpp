// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/due.hpp"

#include <algorithm>
#include <cmath>

namespace reklamaatio::time {
namespace {

// How long a stretch counts for a target of that kind.
Seconds counted(Instant from, Instant until, Target target, const Calendar& calendar) {
    return counts_working_time(target) ? calendar.working_time(from, until) : until - from;
}

Instant later_by(Instant start, Seconds length, Target target, const Calendar& calendar) {
    // Adding no working time would move closing time to the next opening.
    if (length <= Seconds{0}) return start;
    return counts_working_time(target) ? calendar.add_working_time(start, length) : start + length;
}

Instant same_wall_clock_later(Instant start, std::chrono::days days, const Zone& zone) {
    return zone.to_instant(zone.to_local(start) + days);
}

} // namespace

Instant due_without_pauses(Instant start, Target target, const Calendar& calendar) {
    const Zone& zone = calendar.zone();
    switch (target.unit) {
    case Unit::minutes:
        return calendar.add_working_time(start, std::chrono::minutes{target.count});
    case Unit::hours:
        return calendar.add_working_time(start, std::chrono::hours{target.count});
    case Unit::working_days:
        return calendar.close_of_working_day(zone.date_at(start), target.count);
    case Unit::days:
        return same_wall_clock_later(start, std::chrono::days{target.count}, zone);
    case Unit::weeks:
        return same_wall_clock_later(start, std::chrono::weeks{target.count}, zone);
    }
    throw std::logic_error("a target has one of five units");
}

Due move_by_pauses(Instant start, Instant due, Target target, const Calendar& calendar,
                   std::span<const Pause> pauses) {
    for (const Pause& pause : pauses) {
        const Instant from = std::max(pause.from, start);
        if (from >= due) break;
        if (!pause.until) return {std::nullopt, counted(from, due, target, calendar)};
        due = later_by(due, counted(from, std::max(from, *pause.until), target, calendar), target, calendar);
    }
    return {due, Seconds{0}};
}

Instant share_used_at(Instant start, Instant due, double share, Target target, const Calendar& calendar) {
    const auto whole = static_cast<double>(counted(start, due, target, calendar).count());
    const Seconds used{std::llround(whole * share)};
    return std::min(due, later_by(start, used, target, calendar));
}

} // namespace reklamaatio::time
