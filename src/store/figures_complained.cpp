// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_complained.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

namespace reklamaatio::store {

namespace {

#define REKLAMAATIO_COMPLAINED                                                                               \
    "SELECT c.id, c.received_at, {0}, c.status, c.outcome, c.public, c.customer_id, "
#define REKLAMAATIO_VALUE "(SELECT u.value_cents FROM customer AS u WHERE u.id = c.customer_id)"
constexpr Pattern k_complained{REKLAMAATIO_COMPLAINED "CASE WHEN c.public IS NOT NULL THEN " REKLAMAATIO_VALUE
                                                      " END"
                                                      R"(
FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2} ORDER BY c.received_at)",
                               "c.received_at"};

// The first condition is that of the index.
constexpr Pattern k_unresolved{REKLAMAATIO_COMPLAINED REKLAMAATIO_VALUE R"(
FROM complaint AS c INDEXED BY complaint_at_hand
WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting'){2} ORDER BY c.received_at, c.id)",
                               ":now"};
#undef REKLAMAATIO_VALUE
#undef REKLAMAATIO_COMPLAINED

#define REKLAMAATIO_APPEALED(column)                                                                         \
    "SELECT d.complaint_id, " column ", {0}, d.body, d.decider, c.cause, d.decision "                        \
    "FROM appeal AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id "                                   \
    "WHERE " column " >= :from AND " column " < :to AND c.status <> 'void'{2} "                              \
    "ORDER BY " column ", d.complaint_id, d.number"
constexpr Pattern k_appealed{REKLAMAATIO_APPEALED("d.made_at"), "d.made_at"};
constexpr Pattern k_decided{REKLAMAATIO_APPEALED("d.decided_at"), "d.decided_at"};
#undef REKLAMAATIO_APPEALED

void take_appeals(Selected query, time::Instant from, time::Instant until,
                  const std::function<void(const Appealed&)>& take) {
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto& row = query.row();
        const auto at = row.instant(1);
        take({row.integer(0), at, query.group(2, at), row.text(3), row.text(4), row.text(5),
              word_or_none<complaint::Decision>(row, 6)});
    }
}

Complained complained_from(const Query& row, time::Instant received_at, std::string group) {
    return {row.integer(0),
            received_at,
            std::move(group),
            stored_word<complaint::Status>(row.text(3)),
            word_or_none<complaint::Outcome>(row, 4),
            row.integer_or_none(5),
            customer_or_none(row, 6),
            row.integer_or_none(7)};
}

} // namespace

void read_complained(Database& database, time::Instant from, time::Instant until, const Selection& which,
                     const std::function<void(const Complained&)>& take) {
    Selected query(database, k_complained, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto at = query.row().instant(1);
        take(complained_from(query.row(), at, query.group(2, at)));
    }
}

void read_unresolved(Database& database, time::Instant now, const Selection& which,
                     const std::function<void(const Complained&)>& take) {
    Selected query(database, k_unresolved, which);
    if (which.by.field == GroupField::assignee_then) query.bind(":now", now);
    while (query.next())
        take(complained_from(query.row(), query.row().instant(1), query.group(2, now)));
}

void read_appeals(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Appealed&)>& take) {
    take_appeals({database, k_appealed, which}, from, until, take);
}

void read_decided_appeals(Database& database, time::Instant from, time::Instant until, const Selection& which,
                          const std::function<void(const Appealed&)>& take) {
    take_appeals({database, k_decided, which}, from, until, take);
}

} // namespace reklamaatio::store
