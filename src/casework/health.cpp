// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/health.hpp"

#include "casework/due_alerts.hpp"
#include "rulebook/alerts/alert.hpp"
#include "store/actions.hpp"
#include "store/figures.hpp"

#include <set>

namespace reklamaatio::casework {

namespace {

class Deadlines {
  public:
    void add(const std::string& id, time::Instant due_at, const std::string& calendar) {
        m_ids.insert(id);
        if (m_first.at && *m_first.at <= due_at) return;
        m_first.id = id;
        m_first.at = due_at;
        m_first.calendar = calendar;
    }
    void add(const store::DueRow& row) {
        add(to_string(complaint::Id{row.complaint}), row.due_at, row.calendar);
    }
    Count count() const {
        Count count = m_first;
        count.number = std::ssize(m_ids);
        return count;
    }

  private:
    std::set<std::string> m_ids;
    Count m_first;
};

Count count_of(const store::Oldest& oldest) {
    Count count{oldest.number, "", oldest.received_at, {}};
    if (oldest.complaint) count.id = to_string(complaint::Id{*oldest.complaint});
    return count;
}

Count count_of(const std::vector<Undelivered>& undelivered) {
    if (undelivered.empty()) return {};
    const auto& oldest = undelivered.front();
    return {std::ssize(undelivered), oldest.id, oldest.since, oldest.calendar->name()};
}

void add_actions(Desk& desk, Deadlines& overdue, Deadlines& soon) {
    for (const auto& action : store::owed_actions(desk.database())) {
        const auto owed = rulebook::owed_deadline(desk.policy(), action);
        if (owed.due_at < desk.now())
            overdue.add(to_string(action.id), owed.due_at, owed.calendar);
        else if (*owed.warn_at <= desk.now())
            soon.add(to_string(action.id), owed.due_at, owed.calendar);
    }
}

} // namespace

Counts count_health(Desk& desk, time::Target undelivered_for) {
    auto& database = desk.database();
    const auto now = desk.now();
    Deadlines overdue;
    Deadlines soon;
    Deadlines legal;
    const auto add_to = [&](Deadlines& others) {
        return [&](const store::DueRow& row) {
            others.add(row);
            if (row.clock == complaint::Clock::legal) legal.add(row);
        };
    };
    store::read_overdue(database, now, store::GroupField::none, add_to(overdue));
    store::read_at_risk(database, now, store::GroupField::none, add_to(soon));
    add_actions(desk, overdue, soon);
    return {overdue.count(),
            soon.count(),
            count_of(store::unassigned(database)),
            count_of(store::unresolved(database)),
            count_of(undelivered(desk, undelivered_for)),
            legal.count()};
}

} // namespace reklamaatio::casework
