// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be undone before a change can be.
#include "store/changes.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

namespace reklamaatio::store {

namespace {

// Who touched what a change touched: complaints, customers, actions, staff, volumes, the policy. What a change brought into
// being is also touched by whatever refers to it since: complaints and merged customers to a customer,
// actions to a complaint. A merge of customers is also touched by what happened to the one who stays, and by
// the complaints that came to it. Deliveries of alerts touch nothing that anybody could want back. Undoings
// of a policy have no id in their events; they are found by what they undo.
constexpr const char* k_touching = R"(
WITH RECURSIVE mine AS NOT MATERIALIZED (SELECT * FROM event WHERE change_id = :id),
 of_policy (id) AS (SELECT change_id FROM policy
                    UNION SELECT u.id FROM of_policy AS p JOIN change AS u ON u.undoes = p.id)
SELECT c.id FROM change AS c
WHERE c.id IN (
  SELECT e.change_id FROM mine AS m JOIN event AS e ON e.complaint_id = m.complaint_id AND e.kind <> 'alerted'
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e ON e.customer_id = m.customer_id
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e ON e.action_id = m.action_id AND e.kind <> 'alerted'
  UNION SELECT e.change_id FROM mine AS m JOIN complaint AS k ON k.customer_id = m.customer_id
                           JOIN event AS e ON e.complaint_id = k.id AND e.kind <> 'alerted'
                           WHERE m.kind = 'customer_added'
  UNION SELECT e.change_id FROM mine AS m JOIN customer AS k ON k.merged_into = m.customer_id
                           JOIN event AS e ON e.customer_id = k.id
                           WHERE m.kind = 'customer_added'
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e
                           ON e.customer_id = json_extract(nullif(m.changes, ''), '$.merged_into[1]')
                           WHERE m.kind = 'customer_changed'
  UNION SELECT e.change_id FROM mine AS m JOIN complaint AS k
                           ON k.customer_id = json_extract(nullif(m.changes, ''), '$.merged_into[1]')
                           JOIN event AS e ON e.complaint_id = k.id
                           WHERE m.kind = 'customer_changed'
                             AND CASE WHEN e.changes = '' THEN TRUE -- packed, and not looked into
                                      ELSE json_extract(e.changes, '$.customer_id') IS NOT NULL END
  UNION SELECT e.change_id FROM mine AS m JOIN action AS a ON a.complaint_id = m.complaint_id
                           JOIN event AS e ON e.action_id = a.id AND e.kind <> 'alerted'
                           WHERE m.kind IN ('opened', 'imported') AND NOT EXISTS
                                 (SELECT 1 FROM event AS b WHERE b.complaint_id = m.complaint_id AND b.id < m.id)
  UNION SELECT e.change_id FROM mine AS m JOIN event AS e
                           ON e.complaint_id IS NULL AND e.customer_id IS NULL AND e.action_id IS NULL
                           AND json_extract(nullif(m.changes, ''), '$.person[1]')
                               IN (json_extract(nullif(e.changes, ''), '$.person[0]'), json_extract(nullif(e.changes, ''), '$.person[1]'))
                           WHERE m.kind IN ('went_away', 'came_back')
  UNION SELECT e.change_id FROM event AS e
                           WHERE EXISTS (SELECT 1 FROM mine AS m WHERE m.kind = 'volume_set')
                             AND e.complaint_id IS NULL AND e.customer_id IS NULL AND e.action_id IS NULL
                             AND coalesce(json_extract(e.changes, '$.volume_of[1]'), json_extract(e.changes, '$.volume_of[0]'))
                                 IN (SELECT json_extract(m.changes, '$.volume_of[1]') FROM mine AS m WHERE m.kind = 'volume_set')
  UNION SELECT p.id FROM mine AS m JOIN of_policy AS p WHERE m.kind = 'policy_applied')
ORDER BY c.id)";

std::vector<Change> touching(Database& database, std::int64_t number) {
    auto query = database.query(k_touching);
    query.bind(":id", number);
    std::vector<Change> found;
    while (query.next())
        found.push_back(known_change(database, query.integer(0)));
    return found;
}

// The changes that stood before one of them was made, or stand now; from all changes that touched the same,
// in ascending order.
struct Standing {
    std::set<std::int64_t> changes;
    complaint::Undone undone;
};

Standing standing_before(const std::vector<Change>& changes, std::int64_t end) {
    Standing found;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->number >= end) continue;
        found.undone.take(change->number, change->undoes);
        if (!found.undone.contains(change->number)) found.changes.insert(change->number);
    }
    return found;
}

// What a chain of undoings began with.
std::int64_t root_of(Database& database, std::int64_t number) {
    for (auto change = find_change(database, number); change && change->undoes != 0;
         change = find_change(database, number))
        number = change->undoes;
    return number;
}

// Whether undoing the change turns its root: undoes it, or puts it back. Not so where that was done another
// way since.
bool turns(std::vector<Change> changes, std::int64_t number, std::int64_t root) {
    const auto stands = [&] {
        return standing_before(changes, std::numeric_limits<std::int64_t>::max()).changes.contains(root);
    };
    const bool before = stands();
    Change undo;
    undo.number = std::max(number, changes.empty() ? 0 : changes.back().number) + 1;
    undo.undoes = number;
    changes.push_back(undo);
    return stands() != before;
}

} // namespace

// Both for undoing a change and for putting it back: what it touched must be as it was when the change was
// made. So every other change of the same stands now if and only if it stood then.
std::optional<Change> in_the_way_of(Database& database, std::int64_t number) {
    const std::int64_t root = root_of(database, number);
    const auto changes = touching(database, root);
    const auto now = standing_before(changes, std::numeric_limits<std::int64_t>::max());
    const auto then = standing_before(changes, root);
    std::int64_t latest = 0;
    for (const auto& change : changes) {
        if (change.undoes != 0 || change.number == root) continue;
        const bool stands = now.changes.contains(change.number);
        if (stands == then.changes.contains(change.number)) continue;
        latest = std::max(latest, stands ? change.number : now.undone.by(change.number));
    }
    if (latest == 0 && !turns(changes, number, root))
        for (const auto& change : changes)
            if (now.changes.contains(change.number) && root_of(database, change.number) == root)
                latest = change.number;
    return latest == 0 ? std::nullopt : find_change(database, latest);
}

} // namespace reklamaatio::store
