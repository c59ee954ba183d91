// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/loads.hpp"

namespace reklamaatio::store {

namespace {

// The latest of each status stands at an end of the index complaint_of_assignee, however much somebody has
// handled over the years.
constexpr const char* k_load = R"(
SELECT (SELECT count(*) FROM complaint
        WHERE assignee = :person AND status IN ('new', 'open', 'waiting')),
       (SELECT max(last) FROM
         (SELECT (SELECT max(c.assigned_at) FROM complaint AS c
                  WHERE c.assignee = :person AND c.status = s.column1) AS last
          FROM (VALUES ('new'), ('open'), ('waiting'), ('resolved'), ('closed')) AS s)))";

// The first condition is that of the index complaint_at_hand.
constexpr const char* k_desks = R"(
SELECT team, assignee, count(*) FROM complaint
WHERE status NOT IN ('closed', 'void') AND status IN ('new', 'open', 'waiting') GROUP BY team, assignee)";

} // namespace

std::vector<rulebook::Load> loads_of(Database& database, std::span<const std::string> people) {
    std::vector<rulebook::Load> loads;
    for (const auto& person : people) {
        auto query = database.query(k_load);
        query.bind(":person", person);
        query.next();
        loads.push_back({person, static_cast<std::size_t>(query.integer(0)), query.instant_or_none(1)});
    }
    return loads;
}

std::vector<policy::Desk> desks(Database& database) {
    std::vector<policy::Desk> found;
    auto query = database.query(k_desks);
    while (query.next())
        found.push_back({query.text(0), query.text(1), query.integer(2)});
    return found;
}

} // namespace reklamaatio::store
