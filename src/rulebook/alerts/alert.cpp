// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/alert.hpp"

#include "rulebook/alerts/escalating.hpp"
#include "rulebook/alerts/surge.hpp"
#include "rulebook/clocks/term_count.hpp"
#include "time/due.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

using time::Instant;

Instant too_long_at(Instant since, std::optional<time::Target> response, const time::Calendar& calendar) {
    constexpr time::Target k_a_working_day{1, time::Unit::working_days};
    constexpr double k_half = 0.5;
    if (!response) return time::due_without_pauses(since, k_a_working_day, calendar);
    const Instant due = time::due_without_pauses(since, *response, calendar);
    return time::share_used_at(since, due, k_half, *response, calendar);
}

class Finder {
  public:
    Finder(const Policy& policy, Instant now) : m_policy(policy), m_now(now) {}

    void look_at(const OwedDeadline& owed) {
        if (owed.imported_at && owed.due_at <= *owed.imported_at) return;
        Alert alert;
        alert.complaint = owed.complaint;
        alert.action = owed.action;
        alert.what.clock = owed.clock;
        alert.what.ordinal = owed.ordinal;
        alert.what.due_at = owed.due_at;
        alert.person = owed.assignee;
        alert.team = owed.team;
        alert.calendar = &m_policy.calendar_named(owed.calendar);
        if (owed.clock == complaint::Clock::legal)
            look_at_term(alert, owed);
        else if (owed.warn_at && *owed.warn_at <= m_now)
            raise(alert, complaint::AlertLevel::due_soon, *owed.warn_at);
        // Behind an escalation of the due time itself, which says less.
        if (owed.due_at < m_now) raise(alert, complaint::AlertLevel::overdue, owed.due_at + time::Seconds{1});
        for (const auto& escalation : m_policy.escalations)
            if (escalation.clock == owed.clock && concerns(escalation, owed))
                escalate(alert, escalation, owed);
    }

    void look_at(const Unassigned& unassigned) {
        if (const auto left = left_alone(m_policy, unassigned, m_now)) m_found.push_back(alert_of(*left));
    }

    void look_at(const CategoryDay& day, const AlertFacts& facts) {
        if (facts.days < k_fewest_surge_days) return;
        const double mean = static_cast<double>(day.before) / static_cast<double>(facts.days);
        const std::int64_t limit = std::max(upper_poisson_limit(mean), k_smallest_surge - 1);
        if (std::ssize(day.today) <= limit) return;
        const auto& first_beyond = day.today[static_cast<std::size_t>(limit)];
        Alert alert;
        alert.complaint = first_beyond.complaint;
        alert.what.detail = day.category;
        alert.what.due_at = facts.today;
        alert.person = m_policy.organisation.owner;
        alert.calendar = &m_policy.default_calendar();
        alert.count = std::ssize(day.today);
        alert.limit = limit;
        raise(alert, complaint::AlertLevel::surge, first_beyond.at);
    }

    std::vector<Alert> found() && { return std::move(m_found); }

  private:
    void raise(Alert alert, complaint::AlertLevel level, Instant at) {
        alert.what.level = level;
        alert.what.raised_at = at;
        m_found.push_back(std::move(alert));
    }

    // Each of its warnings is one of its own, and when it has passed every working day is.
    void look_at_term(Alert& alert, const OwedDeadline& owed) {
        const auto* known = legal_term_named(m_policy, owed.term);
        const LegalTerm term = known != nullptr ? *known : LegalTerm{};
        alert.is_for_any_hour = term.always;
        for (const auto& [before, at] : warnings_of(term, owed.started_at, owed.due_at, *alert.calendar)) {
            if (at > m_now) break;
            Alert warning = alert;
            warning.what.detail = fmt::format("due - {}", to_string(before));
            raise(std::move(warning), complaint::AlertLevel::due_soon, at);
        }
        if (owed.due_at < m_now) remind_of(alert, owed);
    }

    // From the second working day on; that of the first is the alert that it is overdue.
    void remind_of(Alert again, const OwedDeadline& owed) {
        const auto today = again.calendar->zone().date_at(m_now);
        const auto open = again.calendar->open_intervals(today);
        const auto day =
            open.empty() || open.front().from > m_now ? again.calendar->last_working_day(today) : today;
        const auto hours = again.calendar->open_intervals(day);
        if (hours.empty()
            || again.calendar->working_time(owed.due_at, hours.front().from) == time::Seconds{0})
            return;
        again.what.detail = time::to_iso(day);
        raise(std::move(again), complaint::AlertLevel::overdue, hours.front().from);
    }

    static bool concerns(const Escalation& escalation, const OwedDeadline& owed) {
        return !escalation.when.has_any() || (owed.about != nullptr && escalation.when.hold(*owed.about));
    }

    void escalate(Alert alert, const Escalation& escalation, const OwedDeadline& owed) {
        // What was to be told before is late as well: that it is overdue says more.
        if (is_before_due(escalation.at) && owed.due_at < m_now) return;
        // Of one that was given, any working time.
        const auto target = owed.target.value_or(time::Target{1, time::Unit::hours});
        const Instant at = escalates_at(escalation.at, owed.started_at, owed.due_at, target, *alert.calendar);
        if (at > m_now) return;
        alert.what.detail = to_string(escalation.at);
        alert.is_for_any_hour = escalation.always;
        for (auto& [role, person] : people_to_notify(m_policy, escalation, owed.team, owed.assignee)) {
            alert.what.role = role;
            alert.person = person;
            raise(alert, complaint::AlertLevel::escalation, at);
        }
    }

    const Policy& m_policy;
    Instant m_now;
    std::vector<Alert> m_found;
};

} // namespace

std::optional<LeftAlone> left_alone(const Policy& policy, const Unassigned& unassigned, Instant now) {
    const Sla* sla = sla_for(policy, unassigned.complaint);
    const auto& calendar = sla != nullptr ? policy.calendar_of(*sla) : policy.default_calendar();
    const Instant at = too_long_at(
        unassigned.since, sla != nullptr ? sla->target(complaint::Clock::response) : std::nullopt, calendar);
    if (at > now || (unassigned.imported_at && at <= *unassigned.imported_at)) return std::nullopt;
    return LeftAlone{unassigned.complaint.id, at, unassigned.complaint.team, &calendar};
}

Alert alert_of(const LeftAlone& left) {
    Alert alert;
    alert.complaint = left.complaint;
    alert.team = left.team;
    alert.calendar = left.calendar;
    alert.what.level = complaint::AlertLevel::unassigned;
    alert.what.due_at = left.since;
    alert.what.raised_at = left.since;
    return alert;
}

OwedDeadline owed_deadline(const Policy& policy, const complaint::Action& action) {
    const auto& calendar = policy.default_calendar();
    const Instant started = action.opened_at.value_or(*action.due_at);
    OwedDeadline owed;
    owed.action = action.id;
    owed.clock = complaint::Clock::task;
    owed.ordinal = 0;
    owed.started_at = started;
    owed.due_at = *action.due_at;
    owed.warn_at = time::share_used_at(started, *action.due_at, Sla{}.warn_at,
                                       time::Target{1, time::Unit::hours}, calendar);
    owed.calendar = calendar.name();
    give_to(owed, action.owner);
    return owed;
}

void give_to(OwedDeadline& owed, const std::string& owner) {
    const auto team = team_meant_by(owner);
    owed.team = team ? std::string(*team) : "";
    owed.assignee = team ? "" : owner;
}

std::vector<Alert> raised_alerts(const Policy& policy, const AlertFacts& facts, Instant now) {
    Finder finder(policy, now);
    for (const auto& owed : facts.owed)
        finder.look_at(owed);
    for (const auto& unassigned : facts.unassigned)
        finder.look_at(unassigned);
    for (const auto& day : facts.categories)
        finder.look_at(day, facts);
    return std::move(finder).found();
}

} // namespace reklamaatio::rulebook
