// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/running.hpp"

#include "rulebook/clocks/term_count.hpp"

#include <algorithm>
#include <tuple>

namespace reklamaatio::rulebook {

namespace {

using time::Instant;
using time::Pause;

time::Seconds working_time_taken(const Running& running, const std::vector<Pause>& pauses) {
    const auto& calendar = running.regime.calendar();
    auto taken = calendar.working_time(running.started_at, *running.met_at);
    for (const auto& pause : pauses_of(running, pauses)) {
        const Instant from = std::max(pause.from, running.started_at);
        const Instant until = std::min(pause.until.value_or(*running.met_at), *running.met_at);
        taken -= calendar.working_time(from, until);
    }
    return taken;
}

// Nobody has anything to do while the customer still has time.
std::optional<Instant> warning_of(const Running& running, Instant due) {
    if (!is_ours(running.clock)) return std::nullopt;
    if (const auto* term = running.regime.term) {
        const auto warnings = warnings_of(*term, running.started_at, due, running.regime.calendar());
        return warnings.empty() ? std::nullopt : std::optional(warnings.front().at);
    }
    const double share = running.regime.sla != nullptr ? running.regime.sla->warn_at : Sla{}.warn_at;
    const auto target = running.target.value_or(time::Target{1, time::Unit::hours});
    return time::share_used_at(running.started_at, due, share, target, running.regime.calendar());
}

bool has_pauses(const Running& running) {
    const auto* term = running.regime.term;
    return term != nullptr
               ? term->pauses
               : running.clock == complaint::Clock::resolution || running.clock == complaint::Clock::update;
}

} // namespace

std::vector<Pause> pauses_of(const Running& running, const std::vector<Pause>& all) {
    if (!has_pauses(running)) return {};
    std::vector<Pause> own = all;
    std::ranges::sort(own, {}, &Pause::from);
    const auto& end = running.met_at ? running.met_at : running.cancelled_at;
    if (end) std::erase_if(own, [&](const Pause& p) { return p.from >= *end; });
    // Met while the customer was still waited for: the clock was paused until then, and so was not late.
    if (running.met_at && !own.empty() && !own.back().until) own.back().until = running.met_at;
    return own;
}

bool facts_differ(const complaint::Complaint& a, const complaint::Complaint& b) {
    return a.received_at != b.received_at || a.own != b.own || a.own_personal != b.own_personal
           || std::ranges::any_of(complaint::complaint_fields(complaint::Use::condition),
                                  [&](const auto* field) { return !field->same(a, b); });
}

Instant Running::unmoved() const {
    if (stood) return time::due_with_left(stood->since, stood->left, *target, regime.calendar());
    return time::due_without_pauses(started_at, *target, regime.calendar());
}

time::Due due_of(const Running& running, const std::vector<Pause>& pauses) {
    if (running.given_due) return {running.given_due, time::Seconds{0}};
    if (running.extended_until) return {running.extended_until, time::Seconds{0}};
    if (const auto* term = running.regime.term) {
        const auto count =
            count_term(*term, running.started_at, running.regime.calendar(), pauses_of(running, pauses));
        return {count.due, count.left};
    }
    return time::move_by_pauses(running.counted_from(), running.unmoved(), *running.target,
                                running.regime.calendar(), pauses_of(running, pauses));
}

void give_up(Running& running, time::Instant at, const std::vector<Pause>& pauses) {
    const auto due = due_of(running, pauses).at;
    (due && *due < at ? running.missed_at : running.cancelled_at) = at;
}

bool is_owed_at_all(const Running& running, const complaint::Complaint& complaint) {
    if (running.dropped) return false;
    const bool needs_somebody =
        running.clock == complaint::Clock::response || running.clock == complaint::Clock::legal;
    return !needs_somebody || running.given_due || !is_anonymous(complaint);
}

Deadline row_of(const Running& running, const std::vector<Pause>& pauses) {
    Deadline row;
    row.clock = running.clock;
    row.ordinal = running.ordinal;
    row.started_at = running.started_at;
    row.met_at = running.met_at;
    row.cancelled_at = running.cancelled_at;
    row.missed_at = running.missed_at;
    row.target = running.target ? time::to_string(*running.target) : "";
    row.sla = running.regime.sla != nullptr ? running.regime.sla->name : "";
    row.calendar = running.regime.calendar().name();
    row.policy = running.regime.version->version;
    if (const auto* term = running.regime.term) {
        row.target = to_string(term->term);
        row.sla = term->name;
        row.silence = term->then;
    }

    const auto due = due_of(running, pauses);
    row.due_at = due.at;
    if (!due.at) row.left = due.left;
    if (due.at) row.warn_at = warning_of(running, *due.at);
    if (running.met_at) {
        row.taken = working_time_taken(running, pauses);
        if (due.at && *running.met_at > *due.at)
            row.overrun = running.regime.calendar().working_time(*due.at, *running.met_at);
    }
    return row;
}

} // namespace reklamaatio::rulebook
