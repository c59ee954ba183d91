// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/plan.hpp"

#include "complaint/appeal.hpp"
#include "rulebook/clocks/answer_clock.hpp"
#include "rulebook/clocks/authority_clock.hpp"
#include "rulebook/clocks/followup_clock.hpp"
#include "rulebook/clocks/legal_clocks.hpp"
#include "rulebook/clocks/message_clocks.hpp"
#include "rulebook/clocks/origin.hpp"
#include "rulebook/clocks/resolutions.hpp"
#include "rulebook/clocks/said_clocks.hpp"
#include "rulebook/clocks/waits.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace reklamaatio::rulebook {

namespace {

using complaint::Clock, complaint::Complaint, complaint::Event, complaint::EventKind;
using time::Instant, time::Pause;

// The clocks that start with the complaint.
constexpr std::array k_first_clocks{Clock::response, Clock::resolution};

class Planner {
  public:
    explicit Planner(std::span<const PolicyVersion> policies)
        : m_policies(policies), m_version(&policies.front()), m_legal(policies) {}

    void take(const Event& event) {
        bring_policies_up_to(event.change);
        ++m_order;
        m_event = event.number;
        m_own = event.complaint;
        const Complaint before = m_complaint;
        apply(m_complaint, event);
        apply(m_procedure, event);
        note_wait(m_waits, before, m_complaint, event.happened_at);
        m_legal.take(before, m_complaint, event, m_order);
        m_authority.take(before, m_complaint, event, regime());
        if (event.kind == EventKind::extended) extend_resolution(m_running, m_procedure);
        if (!m_started)
            start_all(event.recorded_at);
        else if (event.kind == EventKind::imported)
            take_given(before, event.recorded_at);
        else if (event.kind == EventKind::reopened && before.resolved_at)
            reopen(*before.resolved_at, event.happened_at);
        else if (opens_again(event))
            begin_stage(event);
        else if (facts_differ(before, m_complaint))
            replan(event.recorded_at);
        if (event.kind == EventKind::merged) judge_from_first_receipt();
        judge();
        m_last = regime();
        note_turns(before, event);
        m_said.take(event, regime());
        m_answer.take(before, m_complaint, event, regime());
    }

    // A message in a duplicate, recorded at that point of the history.
    void hear(const Event& event) {
        bring_policies_up_to(event.change);
        ++m_order;
        add_message(m_turns, event, m_order, regime());
        add_heard_answers(m_turns, event, m_order, regime(), event.complaint == m_own);
        if (event.complaint != m_own) m_legal.hear(event, m_order);
    }

    Origins finish() {
        bring_policies_up_to(std::numeric_limits<std::int64_t>::max());
        const auto pauses = all_pauses();
        Origins made{{}, {}, m_last};
        for (auto& running : all_running(pauses)) {
            if (!is_owed_at_all(running, m_complaint)) continue;
            if (m_complaint.voided_at) running.cancelled_at = m_complaint.voided_at;
            made.deadlines.push_back({row_of(running, pauses), running, pauses_of(running, pauses)});
        }
        std::ranges::sort(made.deadlines, {}, [](const Origin& origin) {
            return std::pair{origin.deadline.clock, origin.deadline.ordinal};
        });
        for (const auto& origin : made.deadlines)
            made.plan.deadlines.push_back(origin.deadline);
        mark_targeted(made.plan);
        if (m_complaint.resolved_at && !m_complaint.voided_at)
            made.plan.unanswered_since = unanswered_after_end(m_turns);
        return made;
    }

  private:
    Regime regime() const { return {m_version, sla_for(*m_version->policy, m_complaint), m_event}; }

    void bring_policies_up_to(std::int64_t change) {
        while (m_version + 1 != m_policies.data() + m_policies.size() && (m_version + 1)->change < change) {
            ++m_version;
            if (m_started) replan(m_version->applied_at);
        }
    }

    static const std::optional<complaint::GivenDue>& said_of(const Complaint& complaint, Clock clock) {
        return clock == Clock::response ? complaint.given_response_due : complaint.given_resolution_due;
    }
    const std::optional<complaint::GivenDue>& said(Clock clock) const { return said_of(m_complaint, clock); }

    // Whether the file has the last word on its due time.
    bool is_given(Clock clock) const { return said(clock) && !said(clock)->left; }

    // That the file brought the clock standing still, for the customer who is waited for.
    std::optional<Standstill> standstill(Clock clock) const {
        if (!said(clock) || !said(clock)->left || !m_complaint.waiting_since) return std::nullopt;
        return Standstill{*m_complaint.waiting_since, *said(clock)->left};
    }

    void start(Clock clock) {
        if (is_given(clock)) {
            if (said(clock)->at) m_running.push_back(begin(clock, std::nullopt, said(clock)->at));
        } else if (regime().target(clock) && !answer_is_unknown(clock)) {
            m_running.push_back(begin(clock, regime().target(clock), std::nullopt));
            m_running.back().stood = standstill(clock);
        }
    }

    void start_all(Instant now) {
        m_started = true;
        for (const Clock clock : k_first_clocks)
            start(clock);
        m_legal.plan(m_complaint, regime(), now, all_pauses());
    }

    // A file that was imported again may know other due times than before.
    void take_given(const Complaint& before, Instant now) {
        for (const Clock clock : k_first_clocks) {
            const bool anew = is_given(clock) || (standstill(clock) && said(clock) != said_of(before, clock));
            std::erase_if(m_running,
                          [&](const Running& r) { return r.clock == clock && (anew || r.given_due); });
            if (anew) start(clock);
        }
        replan(now);
    }

    // A complaint that came in resolved may have been answered before; nobody told us, so it is not judged.
    bool answer_is_unknown(Clock clock) const {
        return clock == Clock::response && !is_unresolved(m_complaint.status) && !m_complaint.responded_at;
    }

    Running begin(Clock clock, std::optional<time::Target> target, std::optional<Instant> due) const {
        return {clock, 1, m_complaint.received_at, target, due, regime()};
    }

    void replan(Instant now) {
        if (!is_unresolved(m_complaint.status)) return;
        m_replannings.push_back({now, ++m_order, m_last = regime()});
        m_answer.replan(now, m_last);
        m_legal.plan(m_complaint, m_last, now, all_pauses());
        m_authority.replan(m_complaint, now, m_last);
        for (const Clock clock : k_first_clocks) {
            if (is_given(clock)) continue;
            const auto target = regime().target(clock);
            const auto last = std::ranges::find_if(m_running.rbegin(), m_running.rend(),
                                                   [&](const Running& r) { return r.clock == clock; });
            if (last != m_running.rend())
                retarget(*last, target, now);
            else if (target && !(clock == Clock::response && m_complaint.responded_at))
                m_running.push_back(begin(clock, target, std::nullopt));
        }
    }

    void retarget(Running& running, std::optional<time::Target> target, Instant now) const {
        if (running.met_at || running.frozen) return;
        const auto due = due_of(running, all_pauses()).at;
        if (!running.dropped && due && *due <= now) return;
        running.dropped = !target;
        if (!target) return;
        const Instant start = running.ordinal == 1 ? m_complaint.received_at : running.started_at;
        // What was left is what was left of another target.
        if (running.target != target || running.started_at != start) running.stood.reset();
        running.target = target;
        running.regime = regime();
        running.started_at = start;
    }

    void reopen(Instant resolved_at, Instant reopened_at) {
        m_followup.reopen(reopened_at);
        const Reopen way = m_version->policy->organisation.reopen;
        if (way == Reopen::exclude) m_closed.push_back({resolved_at, reopened_at});
        if (way == Reopen::restart) restart_resolution(m_running, regime(), reopened_at);
    }

    // The stage that was appealed stays judged. A second look has the time of a resolution; an outside body takes its own.
    void begin_stage(const Event& event) {
        m_followup.reopen(event.happened_at);
        m_legal.plan(m_complaint, regime(), event.recorded_at, all_pauses());
        if (complaint::review_on(m_procedure) != nullptr)
            restart_resolution(m_running, regime(), event.happened_at);
        else
            freeze_resolution(m_running);
    }

    // The customer has waited since then, whichever of the two was merged into the other.
    void judge_from_first_receipt() {
        for (auto& running : m_running)
            if (running.clock == Clock::response && !running.given_due)
                running.started_at = m_complaint.received_at;
    }

    // Whether each clock has been stopped, from the facts as they now are.
    void judge() {
        for (auto& running : m_running) {
            if (running.frozen) continue;
            running.met_at =
                running.clock == Clock::response ? m_complaint.responded_at : m_complaint.resolved_at;
        }
        m_followup.judge(m_complaint);
    }

    void note_turns(const Complaint& before, const Event& event) {
        add_message(m_turns, event, m_order, regime());
        add_first_answer(m_turns, event, m_order, regime());
        if (!before.resolved_at && m_complaint.resolved_at) {
            m_turns.push_back({Turn::Kind::resolved, *m_complaint.resolved_at, m_order, regime()});
            m_followup.start(m_complaint, regime());
        } else if (opens_again(event)) {
            m_turns.push_back({Turn::Kind::reopened, event.happened_at, m_order, regime()});
        }
    }

    std::vector<Pause> all_pauses() const {
        std::vector<Pause> pauses = m_waits;
        pauses.insert(pauses.end(), m_closed.begin(), m_closed.end());
        return pauses;
    }

    std::vector<Running> all_running(const std::vector<Pause>& pauses) const {
        std::vector<Running> all = m_running;
        for (const auto& more : {reply_deadlines(m_turns, m_complaint.responded_at, m_replannings),
                                 update_deadlines(m_turns, pauses, m_replannings), m_followup.deadlines(),
                                 m_said.deadlines(m_procedure, m_complaint.resolved_at), m_answer.deadlines(),
                                 m_legal.deadlines(pauses), m_authority.deadlines()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    void mark_targeted(Plan& plan) const {
        for (const auto& deadline : plan.deadlines)
            plan.targeted[static_cast<std::size_t>(deadline.clock)] = true;
        for (const Clock clock : {Clock::reply, Clock::update, Clock::followup})
            if (m_last.target(clock)) plan.targeted[static_cast<std::size_t>(clock)] = true;
        plan.targeted[static_cast<std::size_t>(Clock::promise)] = true;
    }

    std::span<const PolicyVersion> m_policies;
    const PolicyVersion* m_version;
    Complaint m_complaint;
    complaint::Procedure m_procedure;
    std::vector<Pause> m_waits;
    std::vector<Pause> m_closed; // closed times that the policy leaves out
    std::vector<Running> m_running;
    FollowupClock m_followup;
    SaidClocks m_said;
    AnswerClock m_answer;
    LegalClocks m_legal;
    AuthorityClock m_authority;
    std::vector<Turn> m_turns;
    std::vector<Replanning> m_replannings;
    Regime m_last; // that it was planned under last: no new policy applies to what is resolved
    std::int64_t m_event = 0;
    std::optional<complaint::Id> m_own;
    std::size_t m_order = 0;
    bool m_started = false;
};

} // namespace

Origins origins(std::span<const Event> events, std::span<const Event> heard,
                std::span<const PolicyVersion> policies) {
    Planner planner(policies);
    auto other = heard.begin();
    for (const auto& event : events) {
        if (complaint::is_handling(event.kind)) planner.take(event); // all else applies no new policy
        for (; other != heard.end() && other->number < event.number; ++other)
            planner.hear(*other);
    }
    for (; other != heard.end(); ++other)
        planner.hear(*other);
    return planner.finish();
}

Plan plan(std::span<const Event> events, std::span<const Event> heard,
          std::span<const PolicyVersion> policies) {
    return origins(events, heard, policies).plan;
}

} // namespace reklamaatio::rulebook
