// SPDX-License-Identifier: GPL-3.0-or-later
// When a target is due, and how pauses move it.
#pragma once

#include "time/calendar.hpp"
#include "time/instant.hpp"
#include "time/target.hpp"

#include <optional>
#include <span>
#include <vector>

namespace reklamaatio::time {

// A stretch in which a clock is paused; without an end it still lasts.
struct Pause {
    Instant from;
    std::optional<Instant> until;
    friend bool operator==(const Pause&, const Pause&) = default;
};

struct Due {
    // Nothing while a pause lasts that began before the deadline.
    std::optional<Instant> at;
    // While paused: what is left from the beginning of that pause to the deadline, in working time for m h
    // bd, in elapsed time for d w. Zero otherwise.
    Seconds left{0};
    friend bool operator==(const Due&, const Due&) = default;
};

// The deadline of a target without pauses. For m and h: start plus that working time. For bd: the close of
// the N-th working day after the local date of start. For d and w: the same wall-clock time that many days
// later.
Instant due_without_pauses(Instant start, Target target, const Calendar& calendar);

// The deadline of a clock that is paused since then and of which so much is left, in what the target counts.
Instant due_with_left(Instant since, Seconds left, Target target, const Calendar& calendar);

// What one pause does to a deadline.
struct Move {
    Pause pause;         // what lies after the start
    bool counts = false; // it begins before the deadline as that then stands
    Seconds length{0};   // by so much, in what the target counts; of a pause that lasts, what is left then
    Instant due_before;
    std::optional<Instant> due_after; // nothing while it lasts
};

// Moves a deadline by pauses, in order of time: each that begins before the deadline as it then stands moves
// it by the working time that the pause covers (m h bd) or by its length (d w); one that begins at it or
// later changes nothing. What lies before `start` does not count. Pauses do not overlap and are sorted.
Due move_by_pauses(Instant start, Instant due, Target target, const Calendar& calendar,
                   std::span<const Pause> pauses);

// The same, told pause by pause: up to one that lasts, those that come too late included.
std::vector<Move> moves_by_pauses(Instant start, Instant due, Target target, const Calendar& calendar,
                                  std::span<const Pause> pauses);

inline Due due(Instant start, Target target, const Calendar& calendar, std::span<const Pause> pauses) {
    return move_by_pauses(start, due_without_pauses(start, target, calendar), target, calendar, pauses);
}

// The instant when `share` (0 to 1) of the stretch from start to due is used: of its working time for m h bd,
// of its elapsed time for d w. Never after due.
Instant share_used_at(Instant start, Instant due, double share, Target target, const Calendar& calendar);

} // namespace reklamaatio::time
