// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/standing_alerts.hpp"

#include "store/alerts.hpp"
#include "store/parts.hpp"
#include "store/policies.hpp"
#include "time/due.hpp"

#include <algorithm>
#include <map>

namespace reklamaatio::store {

namespace {

using complaint::AlertLevel;
using complaint::AlertRecord;

// What was sent and acknowledged, read once for all alerts of a complaint or an action, and for all surges of a day.
class PastAlerts {
  public:
    explicit PastAlerts(Database& database) : m_database(database) {}

    const std::vector<AlertRecord>& of(const rulebook::Alert& alert) {
        if (alert.what.level == AlertLevel::surge) {
            const auto day = *alert.what.due_at;
            const auto [found, is_new] = m_of_day.try_emplace(day);
            if (is_new) found->second = surge_alerts(m_database, day);
            return found->second;
        }
        if (alert.action) {
            const auto [found, is_new] = m_of_action.try_emplace(*alert.action);
            if (is_new) found->second = alerts_of(m_database, *alert.action);
            return found->second;
        }
        const auto [found, is_new] = m_of_complaint.try_emplace(alert.complaint);
        if (is_new) found->second = alerts_of(m_database, alert.complaint);
        return found->second;
    }

  private:
    Database& m_database;
    std::map<complaint::Id, std::vector<AlertRecord>> m_of_complaint;
    std::map<complaint::ActionId, std::vector<AlertRecord>> m_of_action;
    std::map<time::Instant, std::vector<AlertRecord>> m_of_day;
};

StandingAlert standing(const rulebook::AddressedAlert& addressed, const std::vector<AlertRecord>& past) {
    const auto history = rulebook::history_of(addressed, past);
    StandingAlert stands{addressed.alert, addressed.to, {}, {}, {}};
    if (history.sent != nullptr) stands.sent = *history.sent;
    if (history.acknowledged != nullptr) stands.acknowledged = *history.acknowledged;
    if (stands.is_news()) stands.untold_since = rulebook::untold_since(addressed, past);
    return stands;
}

bool is_late(const StandingAlert& alert, time::Target older_than, time::Instant now) {
    return time::due_without_pauses(alert.untold_since, older_than, *alert.alert.calendar) < now;
}

time::Instant planned_at(Database& database, const rulebook::Alert& alert) {
    return alert.action ? last_planned_at(database, *alert.action)
                        : last_planned_at(database, alert.complaint);
}

} // namespace

std::vector<StandingAlert> standing_alerts(Database& database, const rulebook::Policy& policy,
                                           time::Instant now) {
    const auto facts = alert_facts(database, policy, now);
    const auto today = policy.organisation.zone.date_at(now);
    PastAlerts past(database);
    std::vector<StandingAlert> all;
    for (const auto& alert : rulebook::addressed(policy, rulebook::raised_alerts(policy, facts, now), today))
        all.push_back(standing(alert, past.of(alert.alert)));
    return all;
}

// What was late already when it was written down, or made late by a new policy, could not have been told before.
std::vector<StandingAlert> undelivered_alerts(Database& database, const rulebook::Policy& policy,
                                              time::Instant now, time::Target older_than) {
    const auto policy_at = PolicyBook(database).current_text().applied_at;
    std::vector<StandingAlert> late;
    for (auto& alert : standing_alerts(database, policy, now)) {
        if (!alert.is_news() || !is_late(alert, older_than, now)) continue;
        alert.untold_since = std::max({alert.untold_since, policy_at, planned_at(database, alert.alert)});
        if (is_late(alert, older_than, now)) late.push_back(std::move(alert));
    }
    return late;
}

} // namespace reklamaatio::store
