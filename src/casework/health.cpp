// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/health.hpp"

#include "casework/due_alerts.hpp"
#include "store/figures.hpp"

#include <set>

namespace reklamaatio::casework {

namespace {

class Deadlines {
  public:
    void add(const store::DueRow& row) {
        m_complaints.insert(row.complaint);
        if (m_count.complaint) return; // they come in order of due_at
        m_count.complaint = complaint::Id{row.complaint};
        m_count.at = row.due_at;
        m_count.calendar = row.calendar;
    }
    Count count() const {
        Count count = m_count;
        count.number = std::ssize(m_complaints);
        return count;
    }

  private:
    std::set<std::int64_t> m_complaints;
    Count m_count;
};

Count count_of(const store::Oldest& oldest) {
    Count count{oldest.number, {}, oldest.received_at, {}};
    if (oldest.complaint) count.complaint = complaint::Id{*oldest.complaint};
    return count;
}

Count count_of(const std::vector<Undelivered>& undelivered) {
    if (undelivered.empty()) return {};
    return {std::ssize(undelivered), undelivered.front().complaint, undelivered.front().since};
}

} // namespace

Counts count_health(Desk& desk, time::Target undelivered_for) {
    auto& database = desk.database();
    const auto now = desk.now();
    Deadlines overdue;
    Deadlines soon;
    store::read_overdue(database, now, store::GroupField::none, [&](const auto& row) { overdue.add(row); });
    store::read_at_risk(database, now, store::GroupField::none, [&](const auto& row) { soon.add(row); });
    return {overdue.count(), soon.count(), count_of(store::unassigned(database)),
            count_of(store::unresolved(database)), count_of(undelivered(desk, undelivered_for))};
}

} // namespace reklamaatio::casework
