// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/deadline.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace reklamaatio::complaint {

namespace {

using time::Instant;
using time::Pause;

constexpr std::array k_clocks{Clock::response, Clock::resolution};

// A deadline in the making: what it is computed from.
struct Running {
    Clock clock;
    int ordinal = 1;
    Instant started_at;
    std::optional<time::Target> target; // nothing: the due time was given from outside
    std::optional<Instant> given_due;
    const PolicyVersion* version = nullptr; // that set the target
    const Sla* sla = nullptr;               // may be null when given
    std::optional<Instant> met_at;
    bool dropped = false; // a later service level has no such target
    bool frozen = false;  // judged for good, a new one has started

    const time::Calendar& calendar() const {
        return sla != nullptr ? version->policy->calendar_of(*sla) : version->policy->default_calendar();
    }
};

// Ends the last wait and begins a new one as the two states say.
void note_wait(std::vector<Pause>& waits, const Complaint& before, const Complaint& after, Instant at) {
    if (before.waiting_since == after.waiting_since) return;
    if (before.waiting_since) waits.back().until = at;
    if (after.waiting_since) waits.push_back({*after.waiting_since, std::nullopt});
}

bool pauses_stop(Clock clock) {
    return clock != Clock::response;
}

class Planner {
  public:
    explicit Planner(std::span<const PolicyVersion> policies)
        : m_policies(policies), m_version(&policies.front()) {}

    void take(const Event& event) {
        bring_policies_up_to(event.change);
        const Complaint before = m_complaint;
        apply(m_complaint, event);
        note_wait(m_waits, before, m_complaint, event.happened_at);
        if (!m_started)
            start_all();
        else if (event.kind == EventKind::imported)
            take_given(event.recorded_at);
        else if (event.kind == EventKind::reopened)
            reopen(*before.resolved_at, event.happened_at);
        else if (facts_differ(before, m_complaint))
            replan(event.recorded_at);
        judge();
    }

    std::vector<Deadline> finish() {
        bring_policies_up_to(std::numeric_limits<std::int64_t>::max());
        std::vector<Deadline> rows;
        for (const auto& running : m_running)
            if (!running.dropped) rows.push_back(row(running));
        std::ranges::sort(rows, {}, [](const Deadline& d) { return std::pair{d.clock, d.ordinal}; });
        return rows;
    }

  private:
    void bring_policies_up_to(std::int64_t change) {
        while (m_version + 1 != m_policies.data() + m_policies.size() && (m_version + 1)->change < change) {
            ++m_version;
            if (m_started) replan(m_version->applied_at);
        }
    }

    static bool facts_differ(const Complaint& a, const Complaint& b) {
        const auto facts = [](const Complaint& c) {
            return std::tie(c.kind, c.priority, c.harm, c.category, c.product, c.channel, c.team,
                            c.received_at);
        };
        return facts(a) != facts(b);
    }

    const std::optional<GivenDue>& given(Clock clock) const {
        return clock == Clock::response ? m_complaint.given_response_due : m_complaint.given_resolution_due;
    }

    void start_all() {
        m_started = true;
        const Sla* sla = sla_for(*m_version->policy, m_complaint);
        for (const Clock clock : k_clocks) {
            if (const auto& due = given(clock)) {
                if (due->at) m_running.push_back(begin(clock, sla, std::nullopt, due->at));
            } else if (sla != nullptr && sla->target(clock) && !answer_is_unknown(clock)) {
                m_running.push_back(begin(clock, sla, sla->target(clock), std::nullopt));
            }
        }
    }

    // A file that was imported again may know other due times than before.
    void take_given(Instant now) {
        for (const Clock clock : k_clocks) {
            std::erase_if(m_running, [&](const Running& r) {
                return r.clock == clock && (given(clock) || r.given_due);
            });
            if (!given(clock)) continue;
            const Sla* sla = sla_for(*m_version->policy, m_complaint);
            if (given(clock)->at) m_running.push_back(begin(clock, sla, std::nullopt, given(clock)->at));
        }
        replan(now);
    }

    // A complaint that came in resolved may have been answered before; nobody told us, so it is not judged.
    bool answer_is_unknown(Clock clock) const {
        return clock == Clock::response && !is_unresolved(m_complaint.status) && !m_complaint.responded_at;
    }

    Running begin(Clock clock, const Sla* sla, std::optional<time::Target> target,
                  std::optional<Instant> due) const {
        Running running{clock, 1, m_complaint.received_at, target, due, m_version, sla, std::nullopt};
        return running;
    }

    void replan(Instant now) {
        if (!is_unresolved(m_complaint.status)) return;
        const Sla* sla = sla_for(*m_version->policy, m_complaint);
        for (const Clock clock : k_clocks) {
            if (given(clock)) continue;
            const auto target = sla != nullptr ? sla->target(clock) : std::nullopt;
            const auto last = std::ranges::find_if(m_running.rbegin(), m_running.rend(),
                                                   [&](const Running& r) { return r.clock == clock; });
            if (last != m_running.rend())
                retarget(*last, sla, target, now);
            else if (target && !(clock == Clock::response && m_complaint.responded_at))
                m_running.push_back(begin(clock, sla, target, std::nullopt));
        }
    }

    void retarget(Running& running, const Sla* sla, std::optional<time::Target> target, Instant now) const {
        if (running.met_at || running.frozen) return;
        const auto due = due_of(running).at;
        if (!running.dropped && due && *due <= now) return;
        running.dropped = !target;
        if (!target) return;
        running.target = target;
        running.sla = sla;
        running.version = m_version;
        if (running.ordinal == 1) running.started_at = m_complaint.received_at;
    }

    void reopen(Instant resolved_at, Instant reopened_at) {
        const Reopen way = m_version->policy->organisation.reopen;
        if (way == Reopen::exclude) m_closed.push_back({resolved_at, reopened_at});
        if (way != Reopen::restart) return;
        const auto resolution =
            std::ranges::find_if(m_running.rbegin(), m_running.rend(),
                                 [](const Running& r) { return r.clock == Clock::resolution && !r.dropped; });
        if (resolution != m_running.rend()) restart(*resolution, reopened_at);
    }

    void restart(Running& judged, Instant reopened_at) {
        judged.frozen = true;
        const Sla* sla = sla_for(*m_version->policy, m_complaint);
        if (sla == nullptr || !sla->target(Clock::resolution)) return;
        Running next = begin(Clock::resolution, sla, sla->target(Clock::resolution), std::nullopt);
        next.ordinal = judged.ordinal + 1;
        next.started_at = reopened_at;
        m_running.push_back(next);
    }

    // Whether each clock has been stopped, from the facts as they now are.
    void judge() {
        for (auto& running : m_running) {
            if (running.frozen) continue;
            running.met_at =
                running.clock == Clock::response ? m_complaint.responded_at : m_complaint.resolved_at;
        }
    }

    std::vector<Pause> pauses_of(const Running& running) const {
        if (!pauses_stop(running.clock)) return {};
        std::vector<Pause> pauses = m_waits;
        pauses.insert(pauses.end(), m_closed.begin(), m_closed.end());
        std::ranges::sort(pauses, {}, &Pause::from);
        // What came after the end is no longer this deadline's.
        if (running.met_at) std::erase_if(pauses, [&](const Pause& p) { return p.from >= *running.met_at; });
        return pauses;
    }

    time::Due due_of(const Running& running) const {
        if (running.given_due) return {running.given_due, time::Seconds{0}};
        return time::due(running.started_at, *running.target, running.calendar(), pauses_of(running));
    }

    time::Seconds working_time_taken(const Running& running) const {
        const auto& calendar = running.calendar();
        auto taken = calendar.working_time(running.started_at, *running.met_at);
        for (const auto& pause : pauses_of(running)) {
            const Instant from = std::max(pause.from, running.started_at);
            const Instant until = std::min(pause.until.value_or(*running.met_at), *running.met_at);
            taken -= calendar.working_time(from, until);
        }
        return taken;
    }

    std::optional<Instant> warning_of(const Running& running, Instant due) const {
        const double share = running.sla != nullptr ? running.sla->warn_at : Sla{}.warn_at;
        const auto target = running.target.value_or(time::Target{1, time::Unit::hours});
        return time::share_used_at(running.started_at, due, share, target, running.calendar());
    }

    Deadline row(const Running& running) const {
        Deadline row;
        row.clock = running.clock;
        row.ordinal = running.ordinal;
        row.started_at = running.started_at;
        row.met_at = running.met_at;
        row.cancelled_at = m_complaint.voided_at;
        row.target = running.target ? time::to_string(*running.target) : "";
        row.sla = running.sla != nullptr ? running.sla->name : "";
        row.calendar = running.calendar().name();
        row.policy = running.version->version;

        const auto due = due_of(running);
        row.due_at = due.at;
        if (!due.at) row.left = due.left;
        if (due.at) row.warn_at = warning_of(running, *due.at);
        if (running.met_at) {
            row.taken = working_time_taken(running);
            if (due.at && *running.met_at > *due.at)
                row.overrun = running.calendar().working_time(*due.at, *running.met_at);
        }
        return row;
    }

    std::span<const PolicyVersion> m_policies;
    const PolicyVersion* m_version;
    Complaint m_complaint;
    std::vector<Pause> m_waits;
    std::vector<Pause> m_closed; // closed times that the policy leaves out
    std::vector<Running> m_running;
    bool m_started = false;
};

} // namespace

std::vector<Deadline> plan_deadlines(std::span<const Event> events, std::span<const PolicyVersion> policies) {
    Planner planner(policies);
    for (const auto& event : events)
        planner.take(event);
    return planner.finish();
}

std::vector<Pause> waits(std::span<const Event> events) {
    std::vector<Pause> found;
    Complaint complaint;
    for (const auto& event : events) {
        const Complaint before = complaint;
        apply(complaint, event);
        note_wait(found, before, complaint, event.happened_at);
    }
    return found;
}

} // namespace reklamaatio::complaint
