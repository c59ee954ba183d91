// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_scope.hpp"

#include "complaint/event.hpp"
#include "store/events.hpp"
#include "store/taken_back.hpp"

#include <algorithm>
#include <set>

namespace reklamaatio::store {

namespace {

using complaint::Event;
using complaint::EventKind;

constexpr const char* k_one_customer = R"(
WITH RECURSIVE one (id) AS (
  VALUES (:id)
  UNION SELECT u.merged_into FROM one AS o CROSS JOIN customer AS u ON u.id = o.id WHERE u.merged_into IS NOT NULL
  UNION SELECT u.id FROM one AS o CROSS JOIN customer AS u ON u.merged_into = o.id)
SELECT id FROM one)";

constexpr const char* k_theirs = R"(
WITH RECURSIVE theirs (id) AS (
  SELECT id FROM complaint WHERE customer_id = :id
  UNION SELECT c.id FROM theirs AS t CROSS JOIN complaint AS c ON c.merged_into = t.id WHERE c.customer_id IS NULL
  UNION SELECT s.id FROM theirs AS t CROSS JOIN complaint AS c ON c.id = t.id
                    CROSS JOIN complaint AS s ON s.id = c.merged_into WHERE s.customer_id IS NULL)
SELECT id FROM theirs)";

// The undoing of the event that began them says whose they were.
constexpr const char* k_theirs_undone = R"(
SELECT json_extract(e.changes, '$.customer_id[0]'), e.complaint_id
FROM change AS c CROSS JOIN event AS e ON e.change_id = c.id
WHERE c.undoes IS NOT NULL AND e.kind = 'undone' AND e.complaint_id IS NOT NULL
  AND json_extract(e.changes, '$.customer_id[0]') IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM complaint AS k WHERE k.id = e.complaint_id))";

constexpr const char* k_handed_on = R"(
SELECT id, complaint_id, customer_id FROM event
WHERE change_id = :change AND kind IN ('merged', 'customer_changed', 'undone'))";

void add_numbers(Database& database, const char* sql, std::int64_t id, std::set<std::int64_t>& found) {
    auto query = database.query(sql);
    query.bind(":id", id);
    while (query.next())
        found.insert(query.integer(0));
}

// What comes merged from a file hands nothing on.
bool merges(const Event& event) {
    return event.kind != EventKind::imported && event.kind != EventKind::undone
           && complaint::change_of(event.changes, "merged_into") != nullptr;
}

// The changes by which something became a part of another one; an undoing comes behind what it undoes.
void add_merges(const std::vector<Event>& events, std::set<std::int64_t>& changes) {
    for (const auto& event : events)
        if (merges(event) || (event.undoes != 0 && changes.contains(event.undoes)))
            changes.insert(event.change);
}

template <typename Number>
std::vector<Number> numbered(const std::set<std::int64_t>& numbers) {
    std::vector<Number> ids;
    for (const auto number : numbers)
        ids.push_back({number});
    return ids;
}

CustomerScope scope_of(Database& database, const std::set<std::int64_t>& customers,
                       const std::set<std::int64_t>& complaints) {
    std::set<std::int64_t> merges;
    for (const auto customer : customers)
        add_merges(events_of(database, complaint::CustomerId{customer}), merges);
    for (const auto complaint : complaints)
        add_merges(events_of(database, complaint::Id{complaint}), merges);
    CustomerScope scope{numbered<complaint::CustomerId>(customers), numbered<complaint::Id>(complaints), {}};
    for (const auto change : merges) {
        auto query = database.query(k_handed_on);
        query.bind(":change", change);
        while (query.next())
            if (!complaints.contains(query.integer_or_none(1).value_or(0))
                && !customers.contains(query.integer_or_none(2).value_or(0)))
                scope.handed_on.push_back(query.integer(0));
    }
    std::ranges::sort(scope.handed_on);
    return scope;
}

} // namespace

Undone undone_complaints(Database& database) {
    Undone undone;
    auto query = database.query(k_theirs_undone);
    while (query.next())
        undone.emplace(complaint::CustomerId{query.integer(0)}, complaint::Id{query.integer(1)});
    return undone;
}

CustomerScope scope_of(Database& database, complaint::CustomerId id) {
    return scope_of(database, id, undone_complaints(database));
}

CustomerScope scope_of(Database& database, complaint::CustomerId id, const Undone& undone) {
    std::set<std::int64_t> customers, complaints;
    add_numbers(database, k_one_customer, id.number, customers);
    for (const auto customer : customers) {
        add_numbers(database, k_theirs, customer, complaints);
        const auto [begin, end] = undone.equal_range(complaint::CustomerId{customer});
        for (auto each = begin; each != end; ++each)
            complaints.insert(each->second.number);
    }
    return scope_of(database, customers, complaints);
}

CustomerScope scope_of(Database& database, complaint::Id id) {
    return scope_of(database, {}, {id.number});
}

} // namespace reklamaatio::store
