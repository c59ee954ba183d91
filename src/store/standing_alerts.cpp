// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/standing_alerts.hpp"

#include "store/alerts.hpp"
#include "store/parts.hpp"
#include "store/policies.hpp"
#include "store/raised_alerts.hpp"
#include "time/due.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace reklamaatio::store {

namespace {

using complaint::AlertLevel;
using complaint::AlertRecord;

// What was sent and acknowledged of what a group of alerts is about; of surges it is read once for all of a day.
class PastAlerts {
  public:
    explicit PastAlerts(Database& database) : m_database(database) {}

    void look_at(const rulebook::Alert& first) {
        m_of_group =
            first.action ? alerts_of(m_database, *first.action) : alerts_of(m_database, first.complaint);
    }

    const std::vector<AlertRecord>& of(const rulebook::Alert& alert) {
        if (alert.what.level != AlertLevel::surge) return m_of_group;
        const auto [found, is_new] = m_of_day.try_emplace(*alert.what.due_at);
        if (is_new) found->second = surge_alerts(m_database, *alert.what.due_at);
        return found->second;
    }

  private:
    Database& m_database;
    std::vector<AlertRecord> m_of_group;
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

void read_standing_alerts(Database& database, const rulebook::Policy& policy, time::Instant now,
                          const TakeAlert& take) {
    const auto today = policy.organisation.zone.date_at(now);
    PastAlerts past(database);
    read_raised_alerts(database, policy, now, [&](std::vector<rulebook::Alert> raised) {
        past.look_at(raised.front());
        for (const auto& alert : rulebook::addressed(policy, std::move(raised), today))
            take(standing(alert, past.of(alert.alert)));
    });
}

// What was late already when it was written down, or made late by a new policy, could not have been told before.
void read_undelivered_alerts(Database& database, const rulebook::Policy& policy, time::Instant now,
                             time::Target older_than, const TakeAlert& take) {
    const auto policy_at = PolicyBook(database).current_text().applied_at;
    read_standing_alerts(database, policy, now, [&](StandingAlert alert) {
        if (!alert.is_news() || !is_late(alert, older_than, now)) return;
        alert.untold_since = std::max({alert.untold_since, policy_at, planned_at(database, alert.alert)});
        if (is_late(alert, older_than, now)) take(std::move(alert));
    });
}

} // namespace reklamaatio::store
