// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_followed.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

namespace reklamaatio::store {

namespace {

// What we owe until the end; the follow-up comes after it, and an answer is the customer's. What was declared broken
// was late, whenever it would have been due.
#define REKLAMAATIO_OWED_TO_CUSTOMER                                                                         \
    "FROM deadline AS owed WHERE owed.complaint_id = c.id"                                                   \
    " AND owed.clock IN ('response', 'reply', 'update', 'resolution', 'promise') AND owed.cancelled_at IS "  \
    "NULL"
constexpr Pattern k_followed_up{
    "SELECT c.id, c.followed_up_at, {0}, c.customer_id, c.reached, c.csat, c.nps, c.retained,"
    " (SELECT min(CASE WHEN owed.missed_at IS NOT NULL THEN 0 WHEN owed.met_at <= owed.due_at THEN 1"
    " WHEN owed.met_at > owed.due_at OR owed.due_at < :now THEN 0 END) " REKLAMAATIO_OWED_TO_CUSTOMER ")"
    " FROM complaint AS c INDEXED BY complaint_by_followup"
    " WHERE c.followed_up_at >= :from AND c.followed_up_at < :to AND c.status <> 'void'{2}"
    " ORDER BY c.followed_up_at, c.id",
    "c.followed_up_at"};
#undef REKLAMAATIO_OWED_TO_CUSTOMER

constexpr Pattern k_asked{R"(
SELECT c.resolved_at, {0}, c.followed_up_at IS NOT NULL,
       c.csat IS NOT NULL OR c.nps IS NOT NULL OR c.retained IS NOT NULL
FROM complaint AS c INDEXED BY complaint_by_resolution
WHERE c.resolved_at >= :from AND c.resolved_at < :to AND c.status <> 'void'{2} ORDER BY c.resolved_at)",
                          "c.resolved_at"};

} // namespace

void read_followed_up(Database& database, time::Instant from, time::Instant until, time::Instant now,
                      const Selection& which, const std::function<void(const FollowedUp&)>& take) {
    Selected query(database, k_followed_up, which);
    query.bind(":from", from).bind(":to", until).bind(":now", now);
    while (query.next()) {
        const auto& row = query.row();
        const auto at = row.instant(1);
        take({row.integer(0), at, query.group(2, at), customer_or_none(row, 3),
              word_or_none<complaint::Reached>(row, 4), row.integer_or_none(5), row.integer_or_none(6),
              word_or_none<complaint::Retained>(row, 7), truth_or_none(row, 8)});
    }
}

void read_asked(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Asked&)>& take) {
    Selected query(database, k_asked, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        const auto at = row.instant(0);
        take({at, query.group(1, at), row.integer(2) != 0, row.integer(3) != 0});
    }
}

} // namespace reklamaatio::store
