// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.hpp"

#include "store/absences.hpp"
#include "store/erasure.hpp"
#include "store/error.hpp"
#include "store/volumes.hpp"

#include <algorithm>
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

// An undoing comes behind what it takes back, so that whoever follows them comes to an end.
Change change_from(const Query& row) {
    Change change{row.integer(0), row.instant(1), row.text(2), row.text(3), row.integer(4)};
    if (change.undoes == 0 || change.undoes < change.number) return change;
    throw StoreError(ErrorKind::damaged,
                     fmt::format("change {} of the log takes back change {}, which does not come before it",
                                 change.number, change.undoes));
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

Change known_change(Database& database, std::int64_t number) {
    if (auto change = find_change(database, number)) return *std::move(change);
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged (change {} is not in its log); restore a backup",
                                 database.path(), number));
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
                           && change.number != k_first_change && !delivers_alerts(database, change.number)
                           && !erases(database, change.number);
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

} // namespace reklamaatio::store
