// SPDX-License-Identifier: GPL-3.0-or-later
// How an explained deadline stands, in a sentence.
#include "time/display.hpp"
#include "view/explain/explain_times.hpp"
#include "view/explain/explain_words.hpp"
#include "view/words/lateness_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using rulebook::Origin;

class State {
  public:
    State(const casework::Explanation& about, const Origin& origin)
        : m_about(about), m_origin(origin), m_deadline(origin.deadline) {}

    std::string text() const {
        switch (state_of(m_deadline, m_about.complaint, m_about.now)) {
        case rulebook::ClockState::met:
            return fmt::format("{} {}{}", met_word(), full(*m_deadline.met_at), taken());
        case rulebook::ClockState::late:
            return fmt::format("{} LATE {}, {} after it was due", met_word(), full(*m_deadline.met_at),
                               between(*m_deadline.due_at, *m_deadline.met_at));
        case rulebook::ClockState::missed:
            return m_deadline.missed_at
                       ? fmt::format("MISSED: {} {}", given_up(), full(*m_deadline.missed_at))
                       : "MISSED: it was due, and never met";
        case rulebook::ClockState::overdue:
            return fmt::format("OVERDUE by {}", between(*m_deadline.due_at, m_about.now));
        case rulebook::ClockState::paused:
            return fmt::format("paused: no due time while we wait; {} left", left());
        case rulebook::ClockState::cancelled:
            return fmt::format("cancelled {}: {}", full(*m_deadline.cancelled_at), why_cancelled());
        case rulebook::ClockState::due:
            return running()
                   + (m_deadline.warn_at ? fmt::format("; at risk from {} ({} % used)",
                                                       full(*m_deadline.warn_at), warn_share())
                                         : "");
        case rulebook::ClockState::soon:
            return fmt::format("{}; at risk since {} ({} % used)", running(), full(*m_deadline.warn_at),
                               warn_share());
        }
        return "";
    }

  private:
    std::string full(time::Instant at) const { return time::display_full(at, m_about.zone_of(m_origin)); }

    bool is_working_time() const {
        return m_origin.running.target && time::counts_working_time(*m_origin.running.target);
    }

    std::string met_word() const {
        switch (m_deadline.clock) {
        case Clock::promise:
            return "kept";
        case Clock::answer:
            return "answered";
        case Clock::task:
            return "done";
        default:
            return "met";
        }
    }
    std::string given_up() const {
        return m_deadline.clock == Clock::promise ? "the promise was broken" : "given up";
    }

    // Both, as a weekend between two working days is no working time.
    std::string between(time::Instant from, time::Instant until) const {
        return fmt::format("{} working time ({} calendar time)",
                           working_time_between(from, until, m_origin.running.regime.calendar()),
                           time::display_length(until - from));
    }

    std::string taken() const {
        const auto& target = m_origin.running.target;
        if (!target || !m_deadline.taken) return "";
        if (!is_working_time())
            return fmt::format(", after {}", exact_length(*m_deadline.met_at - m_deadline.started_at, false));
        const auto after = exact_length(*m_deadline.taken);
        if (target->unit == time::Unit::working_days) return fmt::format(", after {} working time", after);
        const auto whole = target->unit == time::Unit::hours
                               ? time::Seconds{std::chrono::hours{target->count}}
                               : time::Seconds{std::chrono::minutes{target->count}};
        return fmt::format(", after {} of {}", after, exact_length(whole));
    }

    std::string left() const {
        const auto rest = m_deadline.left.value_or(time::Seconds{0});
        return exact_length(rest, is_working_time()) + (is_working_time() ? " working time" : "");
    }

    std::string running() const {
        const auto now = std::max(m_about.now, m_deadline.started_at);
        if (!is_working_time()) return exact_length(*m_deadline.due_at - now, false) + " left";
        const auto rest = m_origin.running.regime.calendar().working_time(now, *m_deadline.due_at);
        return exact_length(rest) + " working time left";
    }

    long warn_share() const {
        const auto* sla = m_origin.running.regime.sla;
        return std::lround((sla != nullptr ? sla->warn_at : rulebook::Sla{}.warn_at) * 100);
    }

    std::string why_cancelled() const {
        if (m_about.complaint.merged_into)
            return fmt::format("merged into {}", to_string(*m_about.complaint.merged_into));
        if (m_about.complaint.voided_at) return "the complaint is void";
        if (m_deadline.clock == Clock::followup) return "the complaint was opened again";
        if (m_deadline.clock == Clock::answer)
            return was_asked_again() ? "asked again" : "no longer waited for";
        if (m_deadline.clock == Clock::task) return "the task was dropped";
        for (const auto& promise : m_about.procedure.promises)
            if (m_deadline.clock == Clock::promise && promise.number == m_deadline.ordinal
                && promise.withdrawn_at)
                return "the promise was withdrawn";
        return "resolved before it was due";
    }

    bool was_asked_again() const {
        return std::ranges::any_of(m_about.of(Clock::answer), [&](const Origin* other) {
            return other->deadline.started_at == m_deadline.cancelled_at;
        });
    }

    const casework::Explanation& m_about;
    const Origin& m_origin;
    const rulebook::Deadline& m_deadline;
};

} // namespace

std::string state_text(const casework::Explanation& about, const Origin& origin) {
    return State(about, origin).text();
}

} // namespace reklamaatio::view
