// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/complainants.hpp"

#include "store/customers.hpp"

namespace reklamaatio::store {

namespace {

constexpr const char* k_others = R"(
WITH RECURSIVE merged (id) AS (
  SELECT id FROM complaint WHERE merged_into = :id
  UNION SELECT c.id FROM merged AS m JOIN complaint AS c ON c.merged_into = m.id)
SELECT c.customer_id, min(c.id) FROM merged AS m JOIN complaint AS c ON c.id = m.id
WHERE c.customer_id IS NOT NULL AND c.customer_id IS NOT (SELECT s.customer_id FROM complaint AS s WHERE s.id = :id)
GROUP BY c.customer_id ORDER BY min(c.id))";

constexpr const char* k_cases = R"(
WITH RECURSIVE theirs (id) AS (
  SELECT id FROM complaint WHERE customer_id = :customer_id
  UNION SELECT c.merged_into FROM theirs AS t JOIN complaint AS c ON c.id = t.id WHERE c.merged_into IS NOT NULL)
SELECT id FROM theirs ORDER BY id)";

} // namespace

std::vector<Complainant> other_complainants(Database& database, complaint::Id survivor) {
    auto query = database.query(k_others);
    query.bind(":id", survivor.number);
    std::vector<Complainant> found;
    while (query.next())
        found.push_back({known_customer(database, {query.integer(0)}), {query.integer(1)}});
    return found;
}

std::vector<complaint::Id> cases_of(Database& database, complaint::CustomerId customer) {
    auto query = database.query(k_cases);
    query.bind(":customer_id", customer.number);
    std::vector<complaint::Id> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

} // namespace reklamaatio::store
