// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/answer_clock.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

using complaint::Complaint;
using complaint::Event;
using time::Instant;

// A file that is imported again may know another wait than before, without saying what it is for.
bool asks(const Complaint& before, const Complaint& after, const Event& event) {
    if (!after.waiting_since) return false;
    return !complaint::asked_by(event).empty() || before.waiting_since != after.waiting_since
           || before.waiting_until != after.waiting_until;
}

bool is_of_customer(const Event& event) {
    return event.message && event.message->direction == complaint::Direction::in;
}

void set_target(Running& running, const Regime& regime) {
    running.regime = regime;
    running.target = regime.version->policy->remind_after;
    running.dropped = !running.target;
}

} // namespace

void AnswerClock::take(const Complaint& before, const Complaint& after, const Event& event,
                       const Regime& regime) {
    if (asks(before, after, event)) {
        const bool goes_on = before.waiting_since == after.waiting_since;
        ask(after, goes_on ? event.happened_at : *after.waiting_since, regime);
    } else if (before.waiting_since && !after.waiting_since) {
        end(event.happened_at, is_of_customer(event));
    }
}

// What is written down late does not give the customer less time than the last asking did.
void AnswerClock::ask(const Complaint& after, Instant at, const Regime& regime) {
    if (is_running()) {
        at = std::max(at, m_asked.back().started_at);
        end(at, false);
    }
    Running asked{complaint::Clock::answer, 1, at, std::nullopt, after.waiting_until, regime};
    if (!asked.given_due) set_target(asked, regime);
    m_asked.push_back(asked);
}

void AnswerClock::end(Instant at, bool answered) {
    if (!is_running()) return;
    auto& last = m_asked.back();
    (answered ? last.met_at : last.cancelled_at) = std::max(at, last.started_at);
}

bool AnswerClock::is_running() const {
    return !m_asked.empty() && !m_asked.back().met_at && !m_asked.back().cancelled_at;
}

void AnswerClock::replan(Instant now, const Regime& regime) {
    if (!is_running() || m_asked.back().given_due) return;
    auto& last = m_asked.back();
    if (!last.dropped && *due_of(last, {}).at <= now) return;
    set_target(last, regime);
}

std::vector<Running> AnswerClock::deadlines() const {
    std::vector<Running> found;
    for (const auto& asked : m_asked) {
        if (asked.dropped) continue;
        found.push_back(asked);
        found.back().ordinal = static_cast<int>(found.size());
    }
    return found;
}

} // namespace reklamaatio::rulebook
