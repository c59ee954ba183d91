// SPDX-License-Identifier: GPL-3.0-or-later
// How an explained deadline stands, in a sentence.
#include "complaint/danger.hpp"
#include "text/plural.hpp"
#include "time/display.hpp"
#include "view/explain/explain_times.hpp"
#include "view/explain/explain_words.hpp"
#include "view/words/lateness_text.hpp"
#include "view/words/term_text.hpp"

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
        if (m_origin.running.regime.term != nullptr) return of_law();
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
    // In whole days, as the law counts.
    std::string of_law() const {
        switch (state_of(m_deadline, m_about.complaint, m_about.now)) {
        case rulebook::ClockState::met:
            return fmt::format("told {}, in time", full(*m_deadline.met_at));
        case rulebook::ClockState::late:
            return fmt::format("told LATE {}{}", full(*m_deadline.met_at), consequence());
        case rulebook::ClockState::overdue:
            return fmt::format("OVERDUE: {}{}", untold(), consequence());
        case rulebook::ClockState::missed:
            return fmt::format("MISSED: it was over {}, and nothing was told by then",
                               full(*m_deadline.missed_at));
        case rulebook::ClockState::paused:
            return fmt::format("paused: no last day while we wait; {} left", left());
        case rulebook::ClockState::cancelled:
            return fmt::format("cancelled {}: {}", full(*m_deadline.cancelled_at), why_cancelled());
        case rulebook::ClockState::due:
            return days_left()
                   + (m_deadline.warn_at ? fmt::format("; warned of from {}", full(*m_deadline.warn_at))
                                         : "");
        case rulebook::ClockState::soon:
            return fmt::format("{}; warned of since {}", days_left(), full(*m_deadline.warn_at));
        }
        return "";
    }

    std::string days_left() const {
        const auto& zone = m_about.zone_of(m_origin);
        const auto days = (zone.date_at(*m_deadline.due_at) - zone.date_at(m_about.now)).count();
        const auto text =
            days == 0 ? std::string("today is its last day") : text::plural(days, "day") + " left";
        return m_about.complaint.resolved_at ? text + "; " + untold() : text;
    }

    std::string untold() const {
        const auto& term = *m_origin.running.regime.term;
        const auto by = term.met_by.empty() ? "" : " by " + text::listed(term.met_by, "or");
        const auto& resolved_at = m_about.complaint.resolved_at;
        if (!resolved_at || term.is_for != rulebook::TermFor::resolution)
            return fmt::format("nothing was told{}", by);
        return fmt::format("resolved {}, and the decision was not told{} since", full(*resolved_at), by);
    }

    std::string consequence() const {
        if (!is_decided_by_law(m_deadline, m_about.now)) return "";
        const auto since = full(counts_since(m_deadline));
        return fmt::format("; it counts as {} since {}", counted_as(*m_deadline.silence),
                           since.substr(0, since.rfind(' ')));
    }

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
        case Clock::appeal:
            return "answered";
        case Clock::authority:
            return "told";
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
        if (m_deadline.clock == Clock::legal && m_about.complaint.outcome == complaint::Outcome::withdrawn)
            return "the customer withdrew it";
        if (m_deadline.clock == Clock::answer)
            return was_asked_again() ? "asked again" : "no longer waited for";
        if (m_deadline.clock == Clock::task) return "the task was dropped";
        if (m_deadline.clock == Clock::appeal) return "it was decided before";
        if (m_deadline.clock == Clock::authority)
            return complaint::need_not_be_reported(m_about.complaint) ? "it need not be reported"
                                                                      : "nobody is in danger";
        if (m_deadline.clock == Clock::legal && *m_deadline.cancelled_at != m_about.complaint.resolved_at)
            return "the customer appealed";
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
