// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lapsed.hpp"

namespace reklamaatio::store {

namespace {

// That one was added, or told of otherwise by a file, says when somebody wrote it down. It is all that there is where no
// complaint of theirs says more.
constexpr const char* k_customers = R"(
SELECT u.id, count(c.id),
       max(coalesce((SELECT max(e.happened_at) FROM event AS e CROSS JOIN change AS h ON h.id = e.change_id
                     WHERE e.customer_id = u.id
                       AND ((e.kind <> 'customer_added' AND (e.kind <> 'customer_changed' OR h.command <> 'import'))
                            OR NOT EXISTS (SELECT 1 FROM complaint AS k WHERE k.customer_id = u.id))), 0),
           coalesce(max((SELECT max(e.happened_at) FROM event AS e WHERE e.complaint_id = c.id)), 0),
           coalesce(max(c.closed_at), 0), coalesce(max(c.voided_at), 0))
FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id
WHERE u.merged_into IS NULL AND u.erased_at IS NULL
GROUP BY u.id
HAVING count(*) FILTER (WHERE c.status NOT IN ('closed', 'void') OR c.unanswered_since IS NOT NULL) = 0
ORDER BY u.id)";

constexpr const char* k_of_nobody = R"(
SELECT c.id, 1,
       max(coalesce((SELECT max(e.happened_at) FROM event AS e WHERE e.complaint_id = c.id), 0),
           coalesce(c.closed_at, 0), coalesce(c.voided_at, 0))
FROM complaint AS c
WHERE c.customer_id IS NULL AND c.erased_at IS NULL AND c.status IN ('closed', 'void') AND c.unanswered_since IS NULL
  AND NOT EXISTS (SELECT 1 FROM complaint AS s WHERE s.id = c.merged_into
                  AND (s.customer_id IS NOT NULL OR s.status NOT IN ('closed', 'void')))
  AND NOT EXISTS (SELECT 1 FROM complaint AS d WHERE d.merged_into = c.id AND d.customer_id IS NOT NULL)
ORDER BY c.id)";

constexpr const char* k_complaint_touched =
    "SELECT coalesce(max(happened_at), 0) FROM event WHERE complaint_id = :id";
constexpr const char* k_customer_touched =
    "SELECT coalesce(max(happened_at), 0) FROM event WHERE customer_id = :id";

time::Instant last_touched(Database& database, const char* sql, std::int64_t id) {
    auto query = database.query(sql);
    query.bind(":id", id);
    query.next();
    return query.instant(0);
}

} // namespace

void read_lapsed(Database& database, const std::function<void(const Lapsed&)>& take) {
    auto customer = database.query(k_customers);
    while (customer.next())
        take({complaint::CustomerId{customer.integer(0)}, {}, customer.integer(1), customer.instant(2)});
    auto complaint = database.query(k_of_nobody);
    while (complaint.next())
        take({{}, complaint::Id{complaint.integer(0)}, complaint.integer(1), complaint.instant(2)});
}

time::Instant last_touched(Database& database, complaint::Id id) {
    return last_touched(database, k_complaint_touched, id.number);
}

time::Instant last_touched(Database& database, complaint::CustomerId id) {
    return last_touched(database, k_customer_touched, id.number);
}

} // namespace reklamaatio::store
