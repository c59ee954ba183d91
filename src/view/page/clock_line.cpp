// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/clock_line.hpp"

#include "rulebook/clocks/clock_state.hpp"
#include "time/display.hpp"
#include "time/target.hpp"
#include "time/working_day.hpp"
#include "view/words/in_words.hpp"
#include "view/words/lateness_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using rulebook::Deadline;

bool is_working_time(const Deadline& deadline) {
    return !deadline.target.empty() && deadline.clock != Clock::legal
           && time::counts_working_time(time::parse_target(deadline.target));
}

// "4 h", "2 bd": as lengths are written.
std::string target_text(std::string target) {
    const auto unit = target.find_first_not_of("0123456789");
    if (unit != std::string::npos) target.insert(unit, " ");
    return target;
}

const time::Calendar& calendar_of(const PageView& view, const Deadline& deadline) {
    return view.policy.calendar_named(deadline.calendar);
}

std::string working(time::Seconds length, const time::Calendar& calendar) {
    return time::display_working_length(length, calendar) + " working time";
}

// Whatever its target counts: lateness is working time everywhere.
std::string late_by(const PageView& view, const Deadline& deadline, time::Instant at) {
    return working_time_between(*deadline.due_at, at, calendar_of(view, deadline));
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

std::string met_word(Clock clock) {
    if (clock == Clock::legal || clock == Clock::authority) return "told";
    if (clock == Clock::promise) return "kept";
    return clock == Clock::answer ? "came" : "met";
}

std::string state_word(rulebook::ClockState state, Clock clock) {
    const std::string met = met_word(clock);
    switch (state) {
    case rulebook::ClockState::met:
        return met;
    case rulebook::ClockState::late:
        return met + " LATE";
    case rulebook::ClockState::missed:
        return missed_word(clock);
    case rulebook::ClockState::overdue:
        return "OVERDUE";
    case rulebook::ClockState::soon:
        return "due soon";
    default:
        return std::string(in_words(state));
    }
}

// How long it took: in the time that its target counts.
std::string taken(const Deadline& deadline, const time::Calendar& calendar) {
    const auto length =
        is_working_time(deadline)
            ? time::display_working_length(deadline.taken.value_or(time::Seconds{0}), calendar)
            : time::display_length(*deadline.met_at - deadline.started_at);
    return deadline.target.empty() ? length : fmt::format("{} of {}", length, target_text(deadline.target));
}

} // namespace

ClockLine clock_line(const PageView& view, const Deadline& deadline) {
    const auto state = state_of(deadline, view.complaint(), view.now);
    ClockLine line{&deadline, state_word(state, deadline.clock), tone_of(state), "", "", false};
    switch (state) {
    case rulebook::ClockState::met:
        line.when = view.when(*deadline.met_at);
        // The law counts days and not the time that was taken.
        if (deadline.clock == Clock::legal)
            line.more = "in time";
        else if (deadline.clock != Clock::promise)
            line.more = "after " + taken(deadline, calendar_of(view, deadline));
        break;
    case rulebook::ClockState::late:
        line.when = view.when(*deadline.met_at);
        line.more = "by " + late_by(view, deadline, *deadline.met_at) + " working time";
        break;
    case rulebook::ClockState::missed:
        line.when = deadline.due_at ? "was due " + view.until(*deadline.due_at) : "";
        line.is_one_phrase = true;
        break;
    case rulebook::ClockState::overdue:
        line.when = "since " + view.until(*deadline.due_at);
        line.more = late_by(view, deadline, view.now);
        line.is_one_phrase = true;
        break;
    case rulebook::ClockState::paused: {
        const auto left = deadline.left.value_or(time::Seconds{0});
        line.more = (is_working_time(deadline) ? working(left, calendar_of(view, deadline))
                                               : time::display_length(left))
                    + " left";
        line.is_one_phrase = true;
        break;
    }
    case rulebook::ClockState::cancelled:
        line.when = view.when(*deadline.cancelled_at);
        break;
    case rulebook::ClockState::due:
    case rulebook::ClockState::soon:
        line.when = view.until(*deadline.due_at);
        break;
    }
    return line;
}

render::Tone tone_of(rulebook::ClockState state) {
    using render::Tone;
    switch (state) {
    case rulebook::ClockState::met:
        return Tone::good;
    case rulebook::ClockState::late:
    case rulebook::ClockState::missed:
    case rulebook::ClockState::overdue:
        return Tone::bad;
    case rulebook::ClockState::soon:
        return Tone::warn;
    case rulebook::ClockState::paused:
    case rulebook::ClockState::cancelled:
        return Tone::dim;
    case rulebook::ClockState::due:
        break;
    }
    return Tone::plain;
}

} // namespace reklamaatio::view
