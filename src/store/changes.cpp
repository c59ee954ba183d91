// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace reklamaatio::store {

namespace {

#define REKLAMAATIO_CHANGE                                                                                   \
    "SELECT c.id, c.recorded_at, c.actor, c.command, coalesce(c.undoes, 0) FROM change AS c "
constexpr const char* k_by_number = REKLAMAATIO_CHANGE "WHERE c.id = :id";
constexpr const char* k_latest_first = REKLAMAATIO_CHANGE "ORDER BY c.id DESC";
// What a change touched: complaints, customers, actions, the policy. A change that added a customer is also
// touched by every complaint that came to that customer since.
constexpr const char* k_touching = R"(
WITH mine AS (SELECT * FROM event WHERE change_id = :id)
SELECT DISTINCT c.id, c.recorded_at, c.actor, c.command, coalesce(c.undoes, 0) FROM change AS c
WHERE c.id IN (
  SELECT e.change_id FROM mine AS m JOIN event AS e ON e.complaint_id = m.complaint_id
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e ON e.customer_id = m.customer_id
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e ON e.action_id = m.action_id
  UNION SELECT e.change_id FROM mine AS m JOIN complaint AS k ON k.customer_id = m.customer_id
                           JOIN event AS e ON e.complaint_id = k.id
                           WHERE m.kind = 'customer_added'
  UNION SELECT e.change_id FROM mine AS m JOIN customer AS k ON k.merged_into = m.customer_id
                           JOIN event AS e ON e.customer_id = k.id
                           WHERE m.kind = 'customer_added'
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e ON e.kind = 'policy_applied' WHERE m.kind = 'policy_applied'
  UNION SELECT u.id FROM mine AS m JOIN event AS e ON e.kind = 'policy_applied' JOIN change AS u ON u.undoes = e.change_id
                    WHERE m.kind = 'policy_applied')
ORDER BY c.id)";
#undef REKLAMAATIO_CHANGE

Change change_from(const Query& row) {
    return {row.integer(0), row.instant(1), row.text(2), row.text(3), row.integer(4)};
}

// Whether each change stands, by number; changes in ascending order. What is not among them stands.
std::map<std::int64_t, bool> standing(const std::vector<Change>& changes, std::int64_t before) {
    std::map<std::int64_t, bool> stands;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->number >= before) continue;
        const bool undone = stands.contains(change->number) && !stands[change->number];
        stands[change->number] = !undone;
        if (change->undoes != 0 && !undone) stands[change->undoes] = false;
    }
    return stands;
}

// What a chain of undoings began with.
std::int64_t root_of(Database& database, std::int64_t number) {
    for (auto change = find_change(database, number); change && change->undoes != 0;
         change = find_change(database, number))
        number = change->undoes;
    return number;
}

} // namespace

std::optional<Change> find_change(Database& database, std::int64_t number) {
    auto query = database.query(k_by_number);
    query.bind(":id", number);
    if (!query.next()) return std::nullopt;
    return change_from(query);
}

void read_changes(Database& database, const std::string& actor,
                  const std::function<bool(const Change& change, bool undone)>& take) {
    std::map<std::int64_t, bool> undone;
    auto query = database.query(k_latest_first);
    while (query.next()) {
        const Change change = change_from(query);
        if (change.undoes != 0 && !undone[change.number]) undone[change.undoes] = true;
        if (!actor.empty() && change.actor != actor) continue;
        if (!take(change, undone[change.number])) return;
    }
}

std::optional<Change> latest_undoable(Database& database, const std::string& actor) {
    std::optional<Change> found;
    read_changes(database, actor, [&](const Change& change, bool undone) {
        if (change.undoes != 0 || undone || change.number == 1) return true;
        found = change;
        return false;
    });
    return found;
}

std::optional<Change> in_the_way_of(Database& database, std::int64_t number) {
    const std::int64_t root = root_of(database, number);
    std::vector<Change> touching;
    {
        auto query = database.query(k_touching);
        query.bind(":id", root);
        while (query.next())
            touching.push_back(change_from(query));
    }
    const auto now = standing(touching, std::numeric_limits<std::int64_t>::max());
    const auto then = standing(touching, root);
    std::optional<Change> latest;
    for (const auto& change : touching) {
        if (change.undoes != 0 || change.number == root) continue;
        const bool stands = now.at(change.number);
        const bool stood = change.number < root && then.at(change.number);
        if (stands != stood) latest = change;
    }
    return latest;
}

} // namespace reklamaatio::store
