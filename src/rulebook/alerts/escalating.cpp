// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/escalating.hpp"

#include "rulebook/policy.hpp"
#include "rulebook/triage/routing.hpp"
#include "time/due.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

using time::Instant;
using time::Seconds;
using time::Unit;
using From = EscalationPoint::From;

// As far as the calendar's own searches go.
constexpr std::chrono::days k_farthest{36525};

Instant working_time_before(Instant due, Seconds amount, const time::Calendar& calendar) {
    const time::Date last = calendar.zone().date_at(due);
    for (time::Date date = last; date > last - k_farthest; date -= std::chrono::days{1}) {
        const auto open = calendar.open_intervals(date);
        for (auto interval = open.rbegin(); interval != open.rend(); ++interval) {
            const Instant until = std::min(interval->until, due);
            if (until <= interval->from) continue;
            if (until - interval->from >= amount) return until - amount;
            amount -= until - interval->from;
        }
    }
    throw time::Error("the escalation lies more than a hundred years before its deadline");
}

Instant calendar_time_before(Instant due, int days, const time::Calendar& calendar) {
    return calendar.zone().to_instant(calendar.zone().to_local(due) - std::chrono::days{days});
}

Instant before(Instant due, time::Target by, const time::Calendar& calendar) {
    switch (by.unit) {
    case Unit::minutes:
        return working_time_before(due, std::chrono::minutes{by.count}, calendar);
    case Unit::hours:
        return working_time_before(due, std::chrono::hours{by.count}, calendar);
    case Unit::working_days:
        return calendar.opening_of_working_day_before(calendar.zone().date_at(due), by.count);
    case Unit::days:
        return calendar_time_before(due, by.count, calendar);
    case Unit::weeks:
        return calendar_time_before(due, 7 * by.count, calendar);
    }
    return due;
}

std::vector<Notified> named_by(const Recipient& recipient, const Policy& policy, std::string_view team_key,
                               std::string_view assignee) {
    if (recipient.role == Role::assignee) return {{"assignee", std::string(assignee)}};
    if (recipient.role == Role::owner) return {{"owner", policy.organisation.owner}};
    if (recipient.role == Role::lead) {
        const Team* team = team_behind(policy, team_key, assignee);
        return {{"lead", team != nullptr ? team->lead : ""}};
    }
    if (!recipient.person.empty()) return {{recipient.person, recipient.person}};
    const Team* team = team_named(policy.teams, recipient.team);
    if (team == nullptr) return {};
    if (!team->lead.empty()) return {{called_team(team->key), team->lead}};
    std::vector<Notified> members;
    for (const auto& member : team->members)
        members.push_back({fmt::format("{}/{}", called_team(team->key), member), member});
    return members;
}

} // namespace

Instant escalates_at(const EscalationPoint& point, Instant started_at, Instant due_at, time::Target target,
                     const time::Calendar& calendar) {
    if (point.from == From::start) return started_at;
    if (point.from == From::share)
        return time::share_used_at(started_at, due_at, point.share, target, calendar);
    if (!point.by) return due_at;
    if (point.from == From::after_due) return time::due_without_pauses(due_at, *point.by, calendar);
    return std::max(started_at, before(due_at, *point.by, calendar));
}

std::vector<Notified> people_to_notify(const Policy& policy, const Escalation& escalation,
                                       std::string_view team, std::string_view assignee) {
    std::vector<Notified> all;
    for (const auto& recipient : escalation.notify)
        for (auto& named : named_by(recipient, policy, team, assignee))
            if (!named.person.empty() && std::ranges::find(all, named.person, &Notified::person) == all.end())
                all.push_back(std::move(named));
    if (all.empty() && !escalation.notify.empty())
        for (const auto& named : named_by(escalation.notify.front(), policy, team, assignee))
            return {named};
    return all;
}

} // namespace reklamaatio::rulebook
