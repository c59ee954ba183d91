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

Move move_by(const Pause& pause, Instant start, Instant due, Target target, const Calendar& calendar) {
    const Instant from = std::max(pause.from, start);
    Move move{{from, pause.until}, from < due, Seconds{0}, due, due};
    if (!move.counts) return move;
    const Instant until = std::max(from, pause.until.value_or(due));
    move.length = counted(from, until, target, calendar);
    move.due_after.reset();
    if (pause.until) move.due_after = later_by(due, move.length, target, calendar);
    return move;
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

Instant due_with_left(Instant since, Seconds left, Target target, const Calendar& calendar) {
    return later_by(since, left, target, calendar);
}

Due move_by_pauses(Instant start, Instant due, Target target, const Calendar& calendar,
                   std::span<const Pause> pauses) {
    for (const Pause& pause : pauses) {
        const Move move = move_by(pause, start, due, target, calendar);
        if (!move.counts) break;
        if (!move.due_after) return {std::nullopt, move.length};
        due = *move.due_after;
    }
    return {due, Seconds{0}};
}

std::vector<Move> moves_by_pauses(Instant start, Instant due, Target target, const Calendar& calendar,
                                  std::span<const Pause> pauses) {
    std::vector<Move> moves;
    for (const Pause& pause : pauses) {
        moves.push_back(move_by(pause, start, due, target, calendar));
        if (!moves.back().due_after) break;
        due = *moves.back().due_after;
    }
    return moves;
}

Instant share_used_at(Instant start, Instant due, double share, Target target, const Calendar& calendar) {
    const auto whole = static_cast<double>(counted(start, due, target, calendar).count());
    const Seconds used{std::llround(whole * share)};
    return std::min(due, later_by(start, used, target, calendar));
}

} // namespace reklamaatio::time
