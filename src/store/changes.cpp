// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.hpp"

#include "store/absences.hpp"
#include "store/volumes.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

#define REKLAMAATIO_CHANGE                                                                                   \
    "SELECT c.id, c.recorded_at, c.actor, c.command, coalesce(c.undoes, 0) FROM change AS c "
constexpr const char* k_by_number = REKLAMAATIO_CHANGE "WHERE c.id = :id";
constexpr const char* k_latest_first = REKLAMAATIO_CHANGE "ORDER BY c.id DESC";
constexpr const char* k_undoings = "SELECT id, undoes FROM change WHERE undoes IS NOT NULL ORDER BY id DESC";
// Who touched what a change touched: complaints, customers, actions, staff, volumes, the policy. What a change brought into
// being is also touched by whatever refers to it since: complaints and merged customers to a customer,
// actions to a complaint. A merge of customers is also touched by what happened to the one who stays, and by
// the complaints that came to it. Deliveries of alerts touch nothing that anybody could want back. Undoings
// of a policy have no id in their events; they are found by what they undo.
constexpr const char* k_touching = R"(
WITH RECURSIVE mine AS NOT MATERIALIZED (SELECT * FROM event WHERE change_id = :id),
 of_policy (id) AS (SELECT change_id FROM policy
                    UNION SELECT u.id FROM of_policy AS p JOIN change AS u ON u.undoes = p.id)
SELECT DISTINCT c.id, c.recorded_at, c.actor, c.command, coalesce(c.undoes, 0) FROM change AS c
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
#undef REKLAMAATIO_CHANGE
// Each once, where it comes first. However much a change touched, nothing of it is kept.
// Along the indexes of what was touched, not along that of the change.
constexpr const char* k_touched = R"(
SELECT e.complaint_id, e.customer_id, e.action_id FROM event AS e
WHERE e.change_id = :id
  AND CASE WHEN e.complaint_id IS NOT NULL
           THEN NOT EXISTS (SELECT 1 FROM event AS b WHERE b.complaint_id = e.complaint_id AND b.id < e.id AND +b.change_id = :id)
           WHEN e.customer_id IS NOT NULL
           THEN NOT EXISTS (SELECT 1 FROM event AS b WHERE b.customer_id = e.customer_id AND b.id < e.id AND +b.change_id = :id)
           WHEN e.action_id IS NOT NULL
           THEN NOT EXISTS (SELECT 1 FROM event AS b WHERE b.action_id = e.action_id AND b.id < e.id AND +b.change_id = :id)
      END
ORDER BY e.id)";
constexpr const char* k_touches_complaint =
    "SELECT 1 FROM event WHERE complaint_id = :number AND +change_id = :change LIMIT 1";
constexpr const char* k_touches_customer =
    "SELECT 1 FROM event WHERE customer_id = :number AND +change_id = :change LIMIT 1";
constexpr const char* k_touches_action =
    "SELECT 1 FROM event WHERE action_id = :number AND +change_id = :change LIMIT 1";
constexpr const char* k_delivers = "SELECT 1 FROM event WHERE change_id = :id AND kind = 'alerted' LIMIT 1";

Change change_from(const Query& row) {
    return {row.integer(0), row.instant(1), row.text(2), row.text(3), row.integer(4)};
}

std::vector<Change> touching(Database& database, std::int64_t number) {
    auto query = database.query(k_touching);
    query.bind(":id", number);
    std::vector<Change> found;
    while (query.next())
        found.push_back(change_from(query));
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
    undo.number = changes.back().number + 1;
    undo.undoes = number;
    changes.push_back(undo);
    return stands() != before;
}

bool is_policy(const Touched& touched) {
    return std::holds_alternative<PolicyVersion>(touched);
}

PolicyVersion policy_of(const complaint::Event& event) {
    for (const auto& change : event.changes)
        if (change.field == complaint::k_policy_version)
            for (const auto* version : {&change.before, &change.after})
                if (const auto* number = std::get_if<std::int64_t>(version)) return {*number};
    return {};
}

std::string to_string(const StaffName& name) {
    return name.text;
}

std::string to_string(const complaint::VolumeOf& of) {
    return fmt::format("volume {}", complaint::text_of(of));
}

std::string to_string(PolicyVersion version) {
    return version.number == 0 ? "policy" : fmt::format("policy {}", version.number);
}

} // namespace

Touched owner_of(const complaint::Event& event) {
    if (event.complaint) return *event.complaint;
    if (event.customer) return *event.customer;
    if (event.action) return *event.action;
    if (auto person = person_of(event)) return StaffName{*std::move(person)};
    if (auto volume = volume_told(event)) return *std::move(volume);
    return policy_of(event);
}

std::optional<Change> find_change(Database& database, std::int64_t number) {
    auto query = database.query(k_by_number);
    query.bind(":id", number);
    if (!query.next()) return std::nullopt;
    return change_from(query);
}

std::string to_string(const Touched& touched) {
    return std::visit([](const auto& owner) { return to_string(owner); }, touched);
}

complaint::Undone undone_changes(Database& database) {
    auto query = database.query(k_undoings);
    complaint::Undone undone;
    while (query.next())
        undone.take(query.integer(0), query.integer(1));
    return undone;
}

void read_changes(Database& database, const std::function<bool(const Change& change)>& take) {
    auto query = database.query(k_latest_first);
    while (query.next())
        if (!take(change_from(query))) return;
}

bool delivers_alerts(Database& database, std::int64_t number) {
    auto query = database.query(k_delivers);
    query.bind(":id", number);
    return query.next();
}

std::optional<Change> latest_undoable(Database& database, const std::string& actor) {
    const auto undone = undone_changes(database);
    std::optional<Change> found;
    read_changes(database, [&](const Change& change) {
        const bool is_it = change.actor == actor && change.undoes == 0 && !undone.contains(change.number)
                           && change.number != k_first_change && !delivers_alerts(database, change.number);
        if (is_it) found = change;
        return !is_it;
    });
    return found;
}

void read_touched(Database& database, std::int64_t change,
                  const std::function<bool(const Touched& touched)>& take) {
    auto query = database.query(k_touched);
    query.bind(":id", change);
    while (query.next()) {
        Touched touched;
        if (const auto number = query.integer_or_none(0)) touched = complaint::Id{*number};
        if (const auto number = query.integer_or_none(1)) touched = complaint::CustomerId{*number};
        if (const auto number = query.integer_or_none(2)) touched = complaint::ActionId{*number};
        if (!take(touched)) return;
    }
    std::set<Touched> of_firm;
    for (const auto& event : events_of_firm(database, change))
        of_firm.insert(owner_of(event));
    for (const auto& touched : of_firm)
        if (!take(touched)) return;
}

void read_shared(Database& database, std::int64_t one, std::int64_t other,
                 const std::function<void(const Touched& touched)>& take) {
    const auto is_touched = [&](const char* sql, std::int64_t number) {
        auto query = database.query(sql);
        query.bind(":change", other).bind(":number", number);
        return query.next();
    };
    std::set<Touched> of_firm;
    for (const auto& event : events_of_firm(database, other))
        if (auto touched = owner_of(event); !is_policy(touched)) of_firm.insert(std::move(touched));
    read_touched(database, one, [&](const Touched& touched) {
        const auto* complaint = std::get_if<complaint::Id>(&touched);
        const auto* customer = std::get_if<complaint::CustomerId>(&touched);
        const auto* action = std::get_if<complaint::ActionId>(&touched);
        if ((complaint != nullptr && is_touched(k_touches_complaint, complaint->number))
            || (customer != nullptr && is_touched(k_touches_customer, customer->number))
            || (action != nullptr && is_touched(k_touches_action, action->number))
            || of_firm.contains(touched))
            take(touched);
        return true;
    });
}

TouchedNumbers numbers_touched_by(Database& database, std::int64_t change) {
    TouchedNumbers found;
    read_touched(database, change, [&](const Touched& touched) {
        if (const auto* complaint = std::get_if<complaint::Id>(&touched))
            found.complaints.push_back(*complaint);
        else if (const auto* customer = std::get_if<complaint::CustomerId>(&touched))
            found.customers.push_back(*customer);
        else if (const auto* action = std::get_if<complaint::ActionId>(&touched))
            found.actions.push_back(*action);
        else if (const auto* name = std::get_if<StaffName>(&touched))
            found.staff.push_back(*name);
        else if (const auto* volume = std::get_if<complaint::VolumeOf>(&touched))
            found.volumes.push_back(*volume);
        else
            found.policy = true;
        return true;
    });
    return found;
}

bool touches_policy(Database& database, std::int64_t change) {
    return std::ranges::any_of(events_of_firm(database, change),
                               [](const complaint::Event& event) { return is_policy(owner_of(event)); });
}

std::vector<Touched> touched_by(Database& database, std::int64_t change) {
    std::vector<Touched> found;
    read_touched(database, change, [&](const Touched& touched) {
        found.push_back(touched);
        return true;
    });
    return found;
}

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
