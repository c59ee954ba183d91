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

bool is_working_time(const Deadline& deadline) {
    return !deadline.target.empty() && time::counts_working_time(time::parse_target(deadline.target));
}

// "4 h", "2 bd": as lengths are written.
std::string target_text(std::string target) {
    const auto unit = target.find_first_not_of("0123456789");
    if (unit != std::string::npos) target.insert(unit, " ");
    return target;
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

// How long it took and how late it was: in the time that its target counts.
std::string taken(const Deadline& deadline) {
    const auto length = is_working_time(deadline)
                            ? time::display_working_length(deadline.taken.value_or(time::Seconds{0}))
                            : time::display_length(*deadline.met_at - deadline.started_at);
    return deadline.target.empty() ? length : fmt::format("{} of {}", length, target_text(deadline.target));
}

std::string overrun(const Deadline& deadline) {
    if (deadline.overrun && is_working_time(deadline)) return working(*deadline.overrun);
    return time::display_length(*deadline.met_at - *deadline.due_at);
}

} // namespace

ClockLine clock_line(const PageView& view, const Deadline& deadline) {
    const auto state = state_of(deadline, view.complaint(), view.now);
    ClockLine line{&deadline, state_word(state, deadline.clock), tone_of(state), "", "", false};
    switch (state) {
    case ClockState::met:
        line.when = view.when(*deadline.met_at);
        if (deadline.clock != Clock::promise) line.more = "after " + taken(deadline);
        break;
    case ClockState::late:
        line.when = view.when(*deadline.met_at);
        line.more = "by " + overrun(deadline);
        break;
    case ClockState::missed:
        line.when = deadline.due_at ? "was due " + view.until(*deadline.due_at) : "";
        line.is_one_phrase = true;
        break;
    case ClockState::overdue:
        line.when = "since " + view.until(*deadline.due_at);
        line.more = time::display_length(view.now - *deadline.due_at);
        line.is_one_phrase = true;
        break;
    case ClockState::paused: {
        const auto left = deadline.left.value_or(time::Seconds{0});
        line.more = (is_working_time(deadline) ? working(left) : time::display_length(left)) + " left";
        line.is_one_phrase = true;
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
