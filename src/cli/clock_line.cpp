// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clock_line.hpp"

#include "cli/clock_state.hpp"
#include "time/display.hpp"
#include "time/target.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Clock;
using complaint::Deadline;
using render::Tone;

bool is_working_time(const Deadline& deadline) {
    return !deadline.target.empty() && time::counts_working_time(time::parse_target(deadline.target));
}

std::string working(time::Seconds length) {
    return time::display_working_length(length) + " working time";
}

std::string missed_word(Clock clock) {
    switch (clock) {
    case Clock::response:
    case Clock::reply:
        return "never answered";
    case Clock::promise:
        return "BROKEN";
    default:
        return "MISSED";
    }
}

std::string state_word(ClockState state, Clock clock) {
    const std::string met = clock == Clock::promise ? "kept" : "met";
    switch (state) {
    case ClockState::met:
        return met;
    case ClockState::late:
        return met + " LATE";
    case ClockState::missed:
        return missed_word(clock);
    case ClockState::overdue:
        return "OVERDUE";
    case ClockState::soon:
        return "due soon";
    default:
        return std::string(complaint::word(state));
    }
}

Tone tone_of(ClockState state) {
    switch (state) {
    case ClockState::met:
        return Tone::good;
    case ClockState::late:
    case ClockState::missed:
    case ClockState::overdue:
        return Tone::bad;
    case ClockState::soon:
        return Tone::warn;
    case ClockState::paused:
    case ClockState::cancelled:
        return Tone::dim;
    case ClockState::due:
        break;
    }
    return Tone::plain;
}

// How long it took and how late it was: in the time that its target counts.
std::string taken(const Deadline& deadline) {
    if (!is_working_time(deadline)) return time::display_length(*deadline.met_at - deadline.started_at);
    return working(deadline.taken.value_or(time::Seconds{0}));
}

std::string overrun(const Deadline& deadline) {
    if (deadline.overrun && is_working_time(deadline)) return working(*deadline.overrun);
    return time::display_length(*deadline.met_at - *deadline.due_at);
}

} // namespace

ClockLine clock_line(const PageView& view, const Deadline& deadline) {
    const auto state = state_of(deadline, view.complaint(), view.now);
    ClockLine line{&deadline, state_word(state, deadline.clock), tone_of(state), "", ""};
    switch (state) {
    case ClockState::met:
        line.when = view.when(*deadline.met_at);
        if (deadline.clock != Clock::promise) line.more = "after " + taken(deadline);
        break;
    case ClockState::late:
        line.when = view.when(*deadline.met_at);
        line.more = "late by " + overrun(deadline);
        break;
    case ClockState::missed:
        line.when = deadline.due_at ? "was due " + view.until(*deadline.due_at) : "";
        break;
    case ClockState::overdue:
        line.when = "since " + view.until(*deadline.due_at);
        line.more = time::display_length(view.now - *deadline.due_at);
        break;
    case ClockState::paused: {
        const auto left = deadline.left.value_or(time::Seconds{0});
        line.more = (is_working_time(deadline) ? working(left) : time::display_length(left)) + " left";
        break;
    }
    case ClockState::cancelled:
        line.when = view.when(*deadline.cancelled_at);
        break;
    case ClockState::due:
    case ClockState::soon:
        line.when = view.until(*deadline.due_at);
        break;
    }
    return line;
}

} // namespace reklamaatio::cli
