// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures_received.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

namespace reklamaatio::store {

namespace {

constexpr Pattern k_received{R"(
SELECT c.id, c.received_at, {0}, c.status FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2} ORDER BY c.received_at)",
                             "c.received_at"};

// Of some kinds and without groups, out of the index alone.
constexpr Pattern k_counted{R"(
SELECT {0}, count(*) FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2} {3})",
                            "c.received_at"};

// What is grouped by is asked of the earlier one as well, which stands in for `c` there.
constexpr Pattern k_recurrences{R"(
SELECT c.received_at, {0},
       CASE WHEN c.customer_id IS NOT NULL AND {0} IS NOT NULL THEN
         EXISTS (SELECT 1 FROM complaint AS k INDEXED BY complaint_of_customer
                 WHERE k.customer_id = c.customer_id AND k.received_at < c.received_at
                   AND k.received_at >= c.received_at - 365 * 86400
                   AND k.kind IN ('complaint', 'claim') AND k.status <> 'void'
                   AND {0} = (SELECT {0} FROM complaint AS c WHERE c.id = k.id)) END
FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2} ORDER BY c.received_at)",
                                "c.received_at"};

} // namespace

void read_received(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const Received&)>& take) {
    Selected query(database, k_received, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto received_at = query.row().instant(1);
        take({query.row().integer(0), received_at, query.group(2, received_at),
              stored_word<complaint::Status>(query.row().text(3))});
    }
}

std::map<std::string, std::int64_t> count_received(Database& database, time::Instant from,
                                                   time::Instant until, const Selection& which) {
    std::map<std::string, std::int64_t> numbers;
    if (which.by.field == GroupField::assignee_then) { // who it was, no column tells
        read_received(database, from, until, which,
                      [&](const Received& received) { ++numbers[received.group]; });
        return numbers;
    }
    Selected query(database, k_counted, which);
    query.bind(":from", from).bind(":to", until).add_up(numbers);
    return numbers;
}

void read_recurrences(Database& database, time::Instant from, time::Instant until, const Selection& which,
                      const std::function<void(const Recurrence&)>& take) {
    Selected query(database, k_recurrences, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto received_at = query.row().instant(0);
        std::optional<bool> came_back;
        if (!query.row().is_null(2)) came_back = query.row().integer(2) != 0;
        take({received_at, query.group(1, received_at), came_back});
    }
}

} // namespace reklamaatio::store
