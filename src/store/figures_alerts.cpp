// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_alerts.hpp"

#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/rows.hpp"
#include "store/selected.hpp"

#include <algorithm>
#include <vector>

namespace reklamaatio::store {

namespace {

constexpr Pattern k_sent{R"(
SELECT c.id, {0}, d.level, d.sent_to, d.sent_at, k.due_at,
       k.cancelled_at IS NULL AND d.sent_at <= k.due_at AND (k.met_at IS NOT NULL OR k.due_at <= :present),
       k.met_at IS NULL OR k.met_at > k.due_at
FROM alert AS d INDEXED BY alert_by_sending CROSS JOIN complaint AS c ON c.id = d.complaint_id
LEFT JOIN deadline AS k ON k.complaint_id = d.complaint_id AND k.clock = d.clock AND k.ordinal = d.ordinal
WHERE d.sent_at >= :from AND d.sent_at < :to AND c.status <> 'void'{2} ORDER BY c.id, d.number)",
                         "d.sent_at"};

// The first event of a complaint is that by which it was entered.
constexpr Pattern k_unalerted{R"(
SELECT d.complaint_id, {0}, d.clock, d.ordinal, d.due_at, d.met_at, same.taken_seconds, same.overrun_seconds, same.calendar
FROM deadline AS d INDEXED BY deadline_by_due CROSS JOIN complaint AS c ON c.id = d.complaint_id
CROSS JOIN deadline AS same ON same.complaint_id = d.complaint_id AND same.clock = d.clock AND same.ordinal = d.ordinal
WHERE d.due_at >= :from AND d.due_at < :to AND d.cancelled_at IS NULL AND (d.met_at IS NULL OR d.met_at > d.due_at)
  AND c.status <> 'void'
  AND NOT EXISTS (SELECT 1 FROM alert AS a WHERE a.complaint_id = d.complaint_id AND a.clock = d.clock
                    AND a.ordinal = d.ordinal AND a.sent_at <= d.due_at)
  AND d.due_at > (SELECT h.recorded_at FROM event AS e CROSS JOIN change AS h ON h.id = e.change_id
                  WHERE e.complaint_id = d.complaint_id ORDER BY e.id LIMIT 1){2}
ORDER BY d.due_at, d.complaint_id)",
                              "d.due_at"};

// When something was done about a complaint, in order.
std::vector<time::Instant> acts_on(Database& database, complaint::Id id) {
    std::vector<time::Instant> acts;
    for (const auto& event : complaint::standing(events_of(database, id)))
        if (complaint::is_handling(event.kind)) acts.push_back(event.happened_at);
    std::ranges::sort(acts);
    return acts;
}

SentAlert alert_from(Selected& query) {
    const auto& row = query.row();
    const auto sent_at = row.instant(4);
    SentAlert alert{{row.integer(0)},
                    query.group(1, sent_at),
                    stored_word<complaint::AlertLevel>(row.text(2)),
                    row.text(3),
                    sent_at,
                    {},
                    {}};
    if (!row.is_null(5) && row.integer(6) != 0) alert.is_breached = row.integer(7) != 0;
    return alert;
}

} // namespace

void read_sent_alerts(Database& database, time::Instant from, time::Instant until, time::Instant now,
                      const Selection& which, const std::function<void(const SentAlert&)>& take) {
    std::vector<SentAlert> alerts;
    {
        Selected query(database, k_sent, which);
        query.bind(":from", from).bind(":to", until).bind(":present", now);
        while (query.next())
            alerts.push_back(alert_from(query));
    }
    std::vector<time::Instant> acts;
    complaint::Id of{};
    for (auto& alert : alerts) {
        if (of != alert.complaint) acts = acts_on(database, of = alert.complaint);
        const auto first = std::ranges::lower_bound(acts, alert.sent_at);
        if (first != acts.end()) alert.acted_at = *first;
        take(alert);
    }
}

void read_unalerted(Database& database, time::Instant from, time::Instant until, const Selection& which,
                    const TakeDue& take) {
    Selected query(database, k_unalerted, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        const auto due_at = row.instant(4);
        take({row.integer(0), stored_word<complaint::Clock>(row.text(2)), due_at, row.instant_or_none(5),
              row.seconds_or_none(6), row.seconds_or_none(7), row.text(8), query.group(1, due_at),
              row.integer(3)});
    }
}

} // namespace reklamaatio::store
