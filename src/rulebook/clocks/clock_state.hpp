// SPDX-License-Identifier: GPL-3.0-or-later
// How a deadline stands, in one word, for people and for JSON.
#pragma once

#include "complaint/complaint.hpp"
#include "rulebook/clocks/deadline.hpp"

#include <span>
#include <vector>

namespace reklamaatio::rulebook {

enum class ClockState {
    due,
    soon, // due, and most of the target is used
    overdue,
    paused,
    met,
    late,   // met, but too late
    missed, // never met, and nobody is waiting for it any more
    cancelled
};

constexpr auto vocabulary(ClockState) {
    return complaint::Words<8>{"a state of a clock",
                               {"due", "soon", "overdue", "paused", "met", "late", "missed", "cancelled"}};
}

// Only what is still owed is overdue: what was unmet when the complaint was resolved is missed.
ClockState state_of(const Deadline& deadline, const complaint::Complaint& complaint, time::Instant now);

constexpr bool is_running(ClockState state) {
    return state == ClockState::due || state == ClockState::soon || state == ClockState::overdue
           || state == ClockState::paused;
}

// Of several deadlines of one clock the one that matters now: the most urgent that runs, else the last that
// was not cancelled, else the last. `deadlines` is not empty.
const Deadline& most_relevant(std::span<const Deadline> deadlines, const complaint::Complaint& complaint,
                              time::Instant now);

} // namespace reklamaatio::rulebook
