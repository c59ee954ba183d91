// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_workload.hpp"

#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/selected.hpp"

#include <vector>

namespace reklamaatio::store {

namespace {

// The first condition is that of the index.
constexpr Pattern k_held{R"(
SELECT c.id, {0}, c.team, c.assignee, c.received_at FROM complaint AS c INDEXED BY complaint_at_hand
WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting'){2} ORDER BY c.id)",
                         ":now"};

constexpr Pattern k_taken_in{R"(
SELECT c.received_at, {0}, c.team FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2})",
                             "c.received_at"};

// Those that were given to somebody in the period, after somebody may have had them: not by their first event. From whom,
// their events tell. Who has one since nobody knows when came with it, so that the events of those, mostly imported, need not
// be looked at.
constexpr Pattern k_given{R"(
SELECT c.id
FROM (SELECT id FROM complaint WHERE status NOT IN ('closed', 'void') AND status IN ('new', 'open', 'waiting')
      UNION ALL SELECT id FROM complaint WHERE resolved_at >= :from) AS held
CROSS JOIN complaint AS c ON c.id = held.id
WHERE c.status <> 'void' AND (c.assigned_at IS NOT NULL OR c.assignee IS NULL)
  AND EXISTS (SELECT 1 FROM event AS e WHERE e.complaint_id = c.id AND e.kind IN ('assigned', 'imported')
                AND e.id > (SELECT min(f.id) FROM event AS f WHERE f.complaint_id = c.id)
                AND e.happened_at >= :from AND e.happened_at < :to){2} ORDER BY c.id)",
                          ":from"};

std::vector<complaint::Id> given_to_somebody(Database& database, time::Instant from, time::Instant until,
                                             const Filter& where) {
    std::vector<complaint::Id> ids;
    Selected query(database, k_given, {GroupField::none, where});
    query.bind(":from", from).bind(":to", until);
    while (query.next())
        ids.push_back({query.row().integer(0)});
    return ids;
}

bool goes_on(const complaint::Complaint& before, const complaint::Complaint& after) {
    return !before.assignee.empty() && !after.assignee.empty() && before.assignee != after.assignee;
}

} // namespace

void read_held(Database& database, time::Instant now, const Selection& which,
               const std::function<void(const Held&)>& take) {
    Selected query(database, k_held, which);
    if (which.by.field == GroupField::assignee_then) query.bind(":now", now);
    while (query.next()) {
        const auto& row = query.row();
        take({{row.integer(0)}, query.group(1, now), row.text(2), row.text(3), row.instant(4)});
    }
}

void read_taken_in(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const TakenIn&)>& take) {
    Selected query(database, k_taken_in, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto at = query.row().instant(0);
        take({at, query.group(1, at), query.row().text(2)});
    }
}

void read_hand_overs(Database& database, time::Instant from, time::Instant until, const Selection& which,
                     const std::function<void(const HandOver&)>& take) {
    for (const auto id : given_to_somebody(database, from, until, which.where)) {
        complaint::Complaint now;
        for (const auto& event : complaint::standing(events_of(database, id))) {
            const auto before = now;
            complaint::apply(now, event);
            const auto at = event.happened_at;
            if (at < from || at >= until || !goes_on(before, now)) continue;
            take({id, at, group_value(database, which.by, id, at), before.assignee, now.assignee, before.team,
                  now.team});
        }
    }
}

} // namespace reklamaatio::store
