// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_resolved.hpp"

#include "complaint/holdings.hpp"
#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/rows.hpp"
#include "store/selected.hpp"

#include <array>

namespace reklamaatio::store {

namespace {

constexpr Pattern k_ended{R"(
SELECT c.id, c.received_at, c.resolved_at, {0}, c.outcome, c.settled,
       CASE WHEN c.responded_at IS NULL THEN NULL
            WHEN c.reopened_count > 0 OR c.stage > 1 THEN 0
            WHEN EXISTS (SELECT 1 FROM message AS m
                         WHERE m.complaint_id = c.id AND m.happened_at > c.responded_at AND m.happened_at <= c.resolved_at
                           AND m.direction IN ('in', 'out') AND NOT m.automatic AND NOT m.needs_no_answer) THEN 0
            WHEN c.row_digest IS NULL OR c.resolved_at <= c.responded_at
                 OR EXISTS (SELECT 1 FROM message AS m WHERE m.complaint_id = c.id AND m.direction = 'out'
                              AND NOT m.automatic) THEN 1 END,
       (SELECT CASE WHEN o.accepted_at IS NOT NULL THEN 1 WHEN o.declined_at IS NOT NULL THEN 0 END
        FROM offer AS o WHERE o.complaint_id = c.id AND o.number = 1)
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2} ORDER BY c.resolved_at)",
                          "c.resolved_at"};

// The last column: whether it changed hands since it came, so that only the log knows who had it first.
constexpr Pattern k_paces{R"(
SELECT c.id, c.received_at, c.resolved_at, {0}, c.responded_at, c.assigned_at, c.waited_seconds,
       EXISTS (SELECT 1 FROM event AS e WHERE e.complaint_id = c.id AND e.kind IN ('assigned', 'imported', 'undone')
                 AND e.id > (SELECT min(f.id) FROM event AS f WHERE f.complaint_id = c.id))
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2} ORDER BY c.resolved_at)",
                          "c.resolved_at"};

// Of what stands only an appeal of the time when they opened nothing.
constexpr std::array<Pattern, 2> k_resolutions{{{R"(
SELECT c.resolved_at, {0}, NULL, c.stage = 1 AND EXISTS (SELECT 1 FROM appeal AS a WHERE a.complaint_id = c.id AND a.made_at >= c.resolved_at),
       c.team
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2})",
                                                 "c.resolved_at"},
                                                {R"(
SELECT d.resolved_at, {0}, CASE WHEN d.by_appeal = 0 THEN d.reopened_at END, d.by_appeal, c.team
FROM reopening AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.resolved_at >= :from AND d.resolved_at < :to AND c.status <> 'void'{2})",
                                                 "d.resolved_at"}}};

} // namespace

void read_ended(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Ended&)>& take) {
    Selected query(database, k_ended, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        const auto resolved_at = row.instant(2);
        take({row.integer(0), row.instant(1), resolved_at, query.group(3, resolved_at),
              word_or_none<complaint::Outcome>(row, 4), word_or_none<complaint::Settled>(row, 5),
              truth_or_none(row, 6), truth_or_none(row, 7)});
    }
}

void read_paces(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Pace&)>& take) {
    Selected query(database, k_paces, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        const auto resolved_at = row.instant(2);
        Pace pace{row.instant(1),         resolved_at, query.group(3, resolved_at),  row.instant_or_none(4),
                  row.instant_or_none(5), 0,           time::Seconds{row.integer(6)}};
        if (row.integer(7) != 0) {
            const auto holdings =
                complaint::holdings(complaint::standing(events_of(database, complaint::Id{row.integer(0)})));
            pace.assigned_at = complaint::first_assigned_at(holdings);
            pace.hand_overs = complaint::count_hand_overs(holdings);
        }
        take(pace);
    }
}

void read_resolutions(Database& database, time::Instant from, time::Instant until, const Selection& which,
                      const std::function<void(const Resolution&)>& take) {
    for (const auto& pattern : k_resolutions) {
        Selected query(database, pattern, which);
        query.bind(":from", from).bind(":to", until);
        while (query.next()) {
            const auto resolved_at = query.row().instant(0);
            take({resolved_at, query.group(1, resolved_at), query.row().instant_or_none(2),
                  query.row().integer(3) != 0, query.row().text(4)});
        }
    }
}

} // namespace reklamaatio::store
