// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/due_alerts.hpp"

#include "store/actions.hpp"
#include "store/alerts.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "time/due.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace reklamaatio::casework {

namespace {

using complaint::AlertLevel;
using complaint::AlertRecord;

// What was sent and acknowledged, read once for all alerts of a complaint or an action, and for all surges of a day.
class PastAlerts {
  public:
    explicit PastAlerts(store::Database& database) : m_database(database) {}

    const std::vector<AlertRecord>& of(const rulebook::Alert& alert) {
        if (alert.what.level == AlertLevel::surge) {
            const auto day = *alert.what.due_at;
            const auto [found, is_new] = m_of_day.try_emplace(day);
            if (is_new) found->second = store::surge_alerts(m_database, day);
            return found->second;
        }
        if (alert.action) {
            const auto [found, is_new] = m_of_action.try_emplace(*alert.action);
            if (is_new) found->second = store::alerts_of(m_database, *alert.action);
            return found->second;
        }
        const auto [found, is_new] = m_of_complaint.try_emplace(alert.complaint);
        if (is_new) found->second = store::alerts_of(m_database, alert.complaint);
        return found->second;
    }

  private:
    store::Database& m_database;
    std::map<complaint::Id, std::vector<AlertRecord>> m_of_complaint;
    std::map<complaint::ActionId, std::vector<AlertRecord>> m_of_action;
    std::map<time::Instant, std::vector<AlertRecord>> m_of_day;
};

DueAlert due_alert(const rulebook::AddressedAlert& addressed, const std::vector<AlertRecord>& past) {
    const auto& alert = addressed.alert;
    const auto history = rulebook::history_of(addressed, past);
    DueAlert due;
    due.complaint = alert.complaint;
    due.action = alert.action;
    due.what = alert.what;
    due.person = alert.person;
    due.to = addressed.to;
    due.calendar = alert.calendar;
    due.count = alert.count;
    due.limit = alert.limit;
    if (history.sent != nullptr) due.sent = *history.sent;
    if (history.acknowledged != nullptr) due.acknowledged = *history.acknowledged;
    if (due.is_news()) due.untold_since = rulebook::untold_since(addressed, past);
    return due;
}

bool is_late(const DueAlert& due, time::Target older_than, time::Instant now) {
    return time::due_without_pauses(due.untold_since, older_than, *due.calendar) < now;
}

} // namespace

std::vector<DueAlert> due_alerts(Desk& desk) {
    const auto& policy = desk.policy();
    const auto facts = store::alert_facts(desk.database(), policy, desk.now());
    PastAlerts past(desk.database());
    std::vector<DueAlert> due;
    for (const auto& alert :
         rulebook::addressed(policy, rulebook::raised_alerts(policy, facts, desk.now()), desk.today()))
        due.push_back(due_alert(alert, past.of(alert.alert)));
    return due;
}

namespace {

// A complaint, or a preventive action.
using Subject = std::pair<std::optional<complaint::ActionId>, complaint::Id>;

Subject subject_of(const DueAlert& due) {
    return {due.action, due.action ? complaint::Id{} : due.complaint};
}

std::string id_of(const Subject& subject) {
    return subject.first ? to_string(*subject.first) : to_string(subject.second);
}

time::Instant last_planned_at(Desk& desk, const DueAlert& due) {
    return due.action ? store::last_planned_at(desk.database(), *due.action)
                      : store::last_planned_at(desk.database(), due.complaint);
}

} // namespace

// What was late already when it was written down, or made late by a new policy, could not have been told before.
std::vector<Undelivered> undelivered(Desk& desk, time::Target older_than) {
    std::map<Subject, time::Instant> longest;
    const auto policy_at = desk.store().policies().current().applied_at;
    for (auto& due : due_alerts(desk)) {
        if (!due.is_news() || !is_late(due, older_than, desk.now())) continue;
        due.untold_since = std::max({due.untold_since, policy_at, last_planned_at(desk, due)});
        if (!is_late(due, older_than, desk.now())) continue;
        const auto [found, is_new] = longest.try_emplace(subject_of(due), due.untold_since);
        if (!is_new) found->second = std::min(found->second, due.untold_since);
    }
    std::vector<Undelivered> all;
    for (const auto& [subject, since] : longest)
        all.push_back({id_of(subject), since});
    std::ranges::stable_sort(all, {}, &Undelivered::since);
    return all;
}

namespace {

// What is to be done, and by whom, where the alert is about that.
void fill_in_task(Desk& desk, DueAlert& due) {
    if (due.action) {
        const auto action = store::find_action(desk.database(), *due.action).value();
        due.task = action.text;
        due.owner = action.owner;
    } else if (due.what.clock == complaint::Clock::task) {
        const auto tasks = store::procedure_of(desk.database(), due.complaint).tasks;
        const auto task = std::ranges::find(tasks, due.what.ordinal, &complaint::Task::number);
        due.task = task->text;
        due.owner = task->owner;
    }
}

} // namespace

void fill_in(Desk& desk, std::vector<DueAlert>& alerts) {
    std::vector<complaint::Id> ids;
    for (const auto& due : alerts)
        if (!due.action) ids.push_back(due.complaint);
    const auto read = store::overviews_of(desk.database(), std::move(ids));
    for (auto& due : alerts) {
        if (!due.action) due.about = read.at(due.complaint);
        fill_in_task(desk, due);
    }
}

std::vector<Digest> digests_of(std::vector<DueAlert> alerts) {
    std::vector<Digest> digests;
    std::map<std::string, std::size_t> places;
    for (auto& due : alerts) {
        const auto [place, is_first] = places.emplace(due.to.key, digests.size());
        if (is_first) digests.push_back({due.to, {}});
        digests[place->second].alerts.push_back(std::move(due));
    }
    return digests;
}

} // namespace reklamaatio::casework
