// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/explain_words.hpp"

#include "text/plural.hpp"
#include "time/display.hpp"
#include "view/explain/explain_times.hpp"
#include "view/words/due_text.hpp"
#include "view/words/in_words.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using rulebook::Origin;

std::string sla_named(const rulebook::Regime& regime) {
    return regime.sla == nullptr ? "" : fmt::format("SLA \"{}\"", regime.sla->name);
}

// A clock that has a target and yet no deadline: what it waits for.
std::string not_started(const casework::Explanation& about, Clock clock) {
    switch (clock) {
    case Clock::response:
        return "not judged: it was imported as resolved, and nobody recorded when it was answered";
    case Clock::reply:
        return "not running: it starts with the customer's next message after our first answer";
    case Clock::update:
        return "not running: it starts with our first message to the customer";
    case Clock::followup:
        if (about.complaint.status == complaint::Status::closed) return "not owed: it was closed at once";
        return "not running: it starts when the complaint is resolved";
    default:
        return "not running";
    }
}

std::optional<complaint::GivenDue> given_of(const complaint::Complaint& complaint, Clock clock) {
    if (clock == Clock::response) return complaint.given_response_due;
    return clock == Clock::resolution ? complaint.given_resolution_due : std::nullopt;
}

// "promise 2: "a new leg"": what is due when somebody said.
template <typename T>
std::string said_text(Clock clock, const std::vector<T>& parts, int number) {
    for (const auto& part : parts)
        if (part.number == number) return fmt::format("{} {}: \"{}\"", in_words(clock), number, part.text);
    return fmt::format("{} {}", in_words(clock), number);
}

// "appeal A1: the answer to kril"; "appeal A1: a second look".
std::string appeal_head(const std::vector<complaint::Appeal>& appeals, int number) {
    const auto found = std::ranges::find(appeals, number, &complaint::Appeal::number);
    const bool is_ours = found == appeals.end() || is_review(*found);
    return fmt::format("{}: {}", complaint::deadline_name(Clock::appeal, number),
                       is_ours ? "a second look" : "the answer to " + found->body);
}

} // namespace

std::string head_of(const casework::Explanation& about, const Origin& origin) {
    const auto& running = origin.running;
    const int number = origin.deadline.ordinal;
    if (origin.deadline.clock == Clock::promise)
        return said_text(Clock::promise, about.procedure.promises, number);
    if (origin.deadline.clock == Clock::task) return said_text(Clock::task, about.procedure.tasks, number);
    if (origin.deadline.clock == Clock::appeal) return appeal_head(about.procedure.appeals, number);
    const auto clock = in_words(origin.deadline.clock);
    if (const auto* term = running.regime.term)
        return fmt::format("{}: {}, \"{}\", calendar {}, {}", clock, to_string(term->term), term->name,
                           running.regime.calendar().name(), running.regime.calendar().zone().name());
    if (origin.deadline.clock == Clock::answer && !running.target)
        return fmt::format("{}: by the time that was said (--until)", clock);
    if (origin.deadline.clock == Clock::authority)
        return fmt::format("{}: {} by [safety], calendar {}, {}", clock, origin.deadline.target,
                           running.regime.calendar().name(), running.regime.calendar().zone().name());
    if (!running.target) return fmt::format("{}: given by the source, never re-planned", clock);
    const auto& calendar = running.regime.calendar();
    const auto by = origin.deadline.clock == Clock::answer ? "remind_after" : sla_named(running.regime);
    return fmt::format("{}: {} by {}, calendar {}, {}", clock, origin.deadline.target, by, calendar.name(),
                       calendar.zone().name());
}

std::string policy_of(const rulebook::Regime& regime, const time::Zone& zone) {
    return fmt::format("{}, in force since {}", regime.version->version,
                       time::display_full(regime.version->applied_at, zone));
}

std::string replanned(const casework::Explanation& about, const Origin& origin) {
    const auto& regime = origin.running.regime;
    for (const auto& event : about.events) {
        if (event.number != regime.event || event.kind == complaint::EventKind::opened) continue;
        if (regime.version->change > event.change)
            return fmt::format("again by policy {} on {}", regime.version->version,
                               time::display_full(regime.version->applied_at, about.zone));
        if (event.recorded_at <= origin.deadline.started_at) continue;
        return fmt::format("with the facts of {} ({})", time::display_full(event.recorded_at, about.zone),
                           in_words(event.kind));
    }
    return "";
}

std::string judged_by(const casework::Explanation& about, const Origin& origin) {
    const bool is_first = origin.deadline.clock == Clock::response && origin.running.target;
    if (!is_first || !about.received_in || origin.deadline.started_at != about.complaint.received_at)
        return "";
    return fmt::format("from the receipt of {}, the earliest of those that were merged",
                       to_string(*about.received_in));
}

namespace {

std::string begun_by_law(const rulebook::Running& running) {
    switch (running.regime.term->from) {
    case rulebook::TermFrom::noticed:
        return "written";
    case rulebook::TermFrom::acknowledged:
        return "begun"; // by the acknowledgement, or when that was owed
    case rulebook::TermFrom::received:
        break;
    }
    if (running.ordinal > 100 && running.regime.term->is_for == rulebook::TermFor::update) return "begun";
    return running.regime.term->stage > 1 ? "appealed" : "received";
}

} // namespace

std::string started_by(const Origin& origin) {
    if (origin.running.stood) return "as imported"; // with what was left of it then
    switch (origin.deadline.clock) {
    case Clock::response:
        return "received";
    case Clock::resolution:
        return origin.deadline.ordinal == 1 ? "received" : "restarted"; // by a reopening or an appeal
    case Clock::reply:
        return "asked";
    case Clock::update:
        return "begun"; // by our last word, or by a reopening
    case Clock::promise:
        return "promised";
    case Clock::followup:
        return "resolved";
    case Clock::answer:
        return "asked";
    case Clock::task:
        return "made";
    case Clock::legal:
        return begun_by_law(origin.running);
    case Clock::appeal:
        return "appealed";
    case Clock::authority:
        return "known";
    }
    return "start";
}

std::string closed_text(const time::Closing& closing) {
    const auto named = [&](std::string_view otherwise) {
        return closing.name.empty() ? std::string(otherwise) : closing.name;
    };
    switch (closing.by) {
    case time::ClosedBy::no_hours:
        return "closed";
    case time::ClosedBy::own_hours:
        return "closed: no hours on that date (dates)";
    case time::ClosedBy::listed:
    case time::ClosedBy::yearly:
        return fmt::format("closed: {} (holidays)", named("holiday"));
    case time::ClosedBy::file:
        return fmt::format("closed: {} ({})", named("holiday"), closing.source);
    case time::ClosedBy::set:
        return fmt::format("closed: {} ({})", closing.name, closing.source);
    }
    return "closed";
}

std::string remark_on(const time::LedgerDay& day) {
    std::string remark;
    if (day.has_own_hours && !day.closed) remark = "hours of that date (dates)";
    if (day.is_of_clock_change())
        remark += fmt::format("{}a day of {}: clocks change", remark.empty() ? "" : ", ",
                              exact_length(day.hours()));
    return remark;
}

std::string pause_text(const rulebook::ReckoningLine& line) {
    if (line.days > 0)
        return fmt::format("waiting for the customer: {} later", text::plural(line.days, "day"));
    if (!line.reason) return "resolved, until it was opened again";
    return line.reason->empty() ? "waiting for the customer" : fmt::format("waiting for {}", *line.reason);
}

bool has_given_due(const casework::Explanation& about, Clock clock) {
    const auto given = given_of(about.complaint, clock);
    return given && !given->left;
}

std::string why_none(const casework::Explanation& about, Clock clock) {
    if (clock == Clock::promise) return "no deadline: nothing was promised";
    if (clock == Clock::answer)
        return about.complaint.waiting_since
                   ? "no deadline: none was said (--until), and the policy has no remind_after"
                   : "not running: it starts when the customer is waited for";
    if (clock == Clock::task) return "no deadline: no task has a time";
    if (clock == Clock::appeal)
        return "no deadline: no appeal has a time (--answer-by, or answer of a [body])";
    if (clock == Clock::authority)
        return about.complaint.harm == complaint::Harm::none
                   ? "no deadline: nobody is in danger (harm)"
                   : "no deadline: the policy has no authority in [safety]";
    if (clock == Clock::legal)
        return about.origins.last.version->policy->legal.empty() ? "no deadline: the policy has no [[legal]]"
                                                                 : "no deadline: no [[legal]] applies";
    if (has_given_due(about, clock)) return "no target: the source has none, and it is never re-planned";
    const auto& regime = about.origins.last;
    if (regime.sla == nullptr) return "no target: no SLA applies";
    if (!regime.sla->target(clock)) return fmt::format("no target: {} has none", sla_named(regime));
    if (clock == Clock::response && is_anonymous(about.complaint))
        return fmt::format("no target: {}", k_nobody_to_answer);
    if (about.complaint.voided_at) return "cancelled before it started: the complaint is void";
    return fmt::format("{} ({} by {})", not_started(about, clock),
                       time::to_string(*regime.sla->target(clock)), sla_named(regime));
}

std::vector<Clock> told_clocks(const casework::Explanation& about, std::optional<Clock> clock) {
    if (clock) return {*clock};
    std::vector<Clock> told;
    for (const auto each : complaint::values<Clock>())
        if ((!is_of_some(each) && each != Clock::task) || !about.of(each).empty()) told.push_back(each);
    return told;
}

} // namespace reklamaatio::view
