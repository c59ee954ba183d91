// SPDX-License-Identifier: GPL-3.0-or-later
// A firm in Helsinki, open Monday to Friday 08:00-16:00; winter time, so that 06:00Z is eight o'clock. R-7 is
// received on Monday 12 January 2026 at eight; a response is due after 8 h (16:00), and at risk from 14:24 (0.8).
#pragma once

#include "rulebook/alerts/addressee.hpp"
#include "rulebook/history.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

inline Person person(std::string key, std::string email, std::vector<Away> away = {}) {
    return {key, "", std::move(email), {}, std::move(away)};
}

inline Away away_on(std::string_view date) {
    const auto day = time::date_from_iso(date).value();
    return {day, day};
}

inline Policy firm(std::vector<Escalation> escalations = {}) {
    Policy made = policy({sla("all", "8h", "5bd")});
    made.organisation.owner = "olga";
    made.people = {person("maria", "maria@x.fi"), person("pekka", "pekka@x.fi"),
                   person("liisa", "liisa@x.fi"), person("olga", "olga@x.fi"), person("nomail", "")};
    made.teams = {{"returns", "liisa", {"maria", "pekka"}}};
    made.escalations = std::move(escalations);
    return made;
}

inline Recipient role(Role role) {
    Recipient made;
    made.role = role;
    return made;
}

inline Escalation escalation(Clock clock, std::string_view at, std::vector<Recipient> notify) {
    return {clock, parse_escalation_point(at), std::move(notify)};
}

inline OwedDeadline response(std::string assignee = "maria", std::string team = "returns") {
    OwedDeadline made;
    made.complaint = {7};
    made.started_at = utc(k_received);
    made.due_at = utc("2026-01-12T14:00:00Z");
    made.warn_at = utc("2026-01-12T12:24:00Z");
    made.target = time::Target{8, time::Unit::hours};
    made.calendar = "office";
    made.team = std::move(team);
    made.assignee = std::move(assignee);
    return made;
}

inline AlertFacts only(OwedDeadline owed) {
    AlertFacts facts;
    facts.owed.push_back(std::move(owed));
    return facts;
}

// "maria: response overdue; liisa: response escalated (due)"
inline std::string told_at(const Policy& policy, const AlertFacts& facts, std::string_view now) {
    const Instant at = utc(now);
    const auto date = policy.organisation.zone.date_at(at);
    std::string text;
    for (const auto& each : addressed(policy, raised_alerts(policy, facts, at), date))
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", each.to.key, alert_text(each.alert.what));
    return text;
}

} // namespace reklamaatio::rulebook::tests
