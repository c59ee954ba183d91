// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/escalation.hpp"

#include "complaint/error.hpp"
#include "complaint/policy.hpp"
#include "complaint/routing.hpp"
#include "text/ascii.hpp"
#include "time/due.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;
using time::Seconds;
using time::Unit;
using From = EscalationPoint::From;

constexpr std::string_view k_due = "due";
// As far as the calendar's own searches go.
constexpr std::chrono::days k_farthest{36525};

std::optional<double> share_in(std::string_view text) {
    double share = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), share);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole && share > 0 && share < 1 ? std::optional(share) : std::nullopt;
}

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

EscalationPoint parse_escalation_point(std::string_view text) {
    const auto trimmed = text::trimmed(text);
    if (const auto share = share_in(trimmed)) return {From::share, *share};
    if (trimmed == k_due) return {};
    if (trimmed.starts_with(k_due)) {
        const auto rest = text::trimmed(trimmed.substr(k_due.size()));
        if (rest.starts_with('+'))
            return {From::after_due, 0, time::parse_target(text::trimmed(rest.substr(1)))};
        if (rest.starts_with('-'))
            return {From::before_due, 0, time::parse_target(text::trimmed(rest.substr(1)))};
    }
    throw BadValue(fmt::format(
        "'{}' is no point of a deadline; write \"0.9\" of the target, \"due - 4h\", \"due\" or \"due + 1bd\"",
        text));
}

std::string to_string(const EscalationPoint& point) {
    if (point.from == From::share) return fmt::format("{}", point.share);
    if (!point.by) return std::string(k_due);
    return fmt::format("due {} {}", point.from == From::after_due ? '+' : '-', time::to_string(*point.by));
}

Instant escalates_at(const EscalationPoint& point, Instant started_at, Instant due_at, time::Target target,
                     const time::Calendar& calendar) {
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

} // namespace reklamaatio::complaint
