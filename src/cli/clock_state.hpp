// SPDX-License-Identifier: GPL-3.0-or-later
// How a deadline stands, in one word, for people and for JSON.
#pragma once

#include "complaint/deadline.hpp"
#include "render/style.hpp"

#include <span>
#include <vector>

namespace reklamaatio::cli {

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

// Only what is still owed is overdue: what was unmet when the complaint was resolved is missed.
ClockState state_of(const complaint::Deadline& deadline, const complaint::Complaint& complaint,
                    time::Instant now);

constexpr bool is_running(ClockState state) {
    return state == ClockState::due || state == ClockState::soon || state == ClockState::overdue
           || state == ClockState::paused;
}

// Done is good, late is bad, and what stands still steps back.
render::Tone tone_of(ClockState state);

// Of several deadlines of one clock the one that matters now: the most urgent that runs, else the last that
// was not cancelled, else the last. `deadlines` is not empty.
const complaint::Deadline& that_matters(std::span<const complaint::Deadline> deadlines,
                                        const complaint::Complaint& complaint, time::Instant now);

} // namespace reklamaatio::cli

namespace reklamaatio::complaint {

template <>
struct Vocabulary<cli::ClockState> {
    static constexpr std::string_view k_noun = "a state of a clock";
    static constexpr std::array<std::string_view, 8> k_words{"due", "soon", "overdue", "paused",
                                                             "met", "late", "missed",  "cancelled"};
};

} // namespace reklamaatio::complaint
