// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to few is taken back of those few, at the cost of what happened. Where most of the log is taken back, the
// state is made anew of what is left of it.
#include "store/past.hpp"

#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/efforts.hpp"
#include "store/events.hpp"
#include "store/full_text.hpp"
#include "store/planning.hpp"
#include "store/projection.hpp"
#include "store/volumes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::ActionId;
using complaint::CustomerId;
using complaint::Id;

constexpr const char* k_last_event = R"(
SELECT coalesce(max(id), 0) FROM event WHERE change_id = (SELECT max(change_id) FROM event WHERE change_id <= :change))";
constexpr const char* k_hash = "SELECT hash FROM event WHERE id = :event";

// Of what was recorded behind an event, which is read and nothing else: the plus signs keep the indexes of all out of it.
constexpr const char* k_complaints =
    "SELECT DISTINCT +complaint_id FROM event WHERE id > :event AND +complaint_id IS NOT NULL ORDER BY 1";
constexpr const char* k_customers =
    "SELECT DISTINCT +customer_id FROM event WHERE id > :event AND +customer_id IS NOT NULL ORDER BY 1";
constexpr const char* k_actions =
    "SELECT DISTINCT +action_id FROM event WHERE id > :event AND +action_id IS NOT NULL ORDER BY 1";
constexpr const char* k_changes_of_firm = R"(
SELECT DISTINCT e.change_id, c.undoes FROM event AS e JOIN change AS c ON c.id = e.change_id
WHERE e.id > :event AND e.complaint_id IS NULL AND e.customer_id IS NULL AND e.action_id IS NULL)";

constexpr const char* k_cut_events = "DELETE FROM event WHERE id > :event";
constexpr const char* k_cut_packs = "DELETE FROM pack WHERE first_event > :event";
constexpr const char* k_cut_policies = "DELETE FROM policy WHERE change_id > :change";
constexpr const char* k_cut_changes = "DELETE FROM change WHERE id > :change";

// The first condition is that of the index complaint_at_hand.
constexpr const char* k_unresolved = "SELECT id FROM complaint WHERE status NOT IN ('closed', 'void')"
                                     " AND status IN ('new', 'open', 'waiting') ORDER BY id";
constexpr const char* k_every_complaint = "SELECT id FROM complaint ORDER BY id";

// All that restore_state() makes again, which is every table but those of the log and of the words.
constexpr const char* k_state = R"(
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT IN ('change', 'event', 'pack', 'policy', 'log_head'))";
constexpr std::array k_words{"complaint_text", "customer_text"};

// What a policy changed, besides what happened: the plans of what was unresolved, or, once it was undone, of everything.
enum class Planned { as_it_was, unresolved, everything };

struct Since {
    std::vector<Id> complaints;
    std::vector<CustomerId> customers;
    std::vector<ActionId> actions;
    Planned planned = Planned::as_it_was;
};

std::vector<std::int64_t> numbers(Query query) {
    std::vector<std::int64_t> found;
    while (query.next())
        found.push_back(query.integer(0));
    return found;
}

template <typename Number>
std::vector<Number> touched(Database& database, const char* sql, std::int64_t event) {
    auto query = database.query(sql);
    query.bind(":event", event);
    std::vector<Number> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

Planned planned_since(Database& database, std::int64_t event) {
    auto query = database.query(k_changes_of_firm);
    query.bind(":event", event);
    Planned planned = Planned::as_it_was;
    while (query.next()) {
        if (!touches_policy(database, query.integer(0))) continue;
        planned = std::max(planned, query.is_null(1) ? Planned::unresolved : Planned::everything);
    }
    return planned;
}

Since since(Database& database, std::int64_t event) {
    return {touched<Id>(database, k_complaints, event), touched<CustomerId>(database, k_customers, event),
            touched<ActionId>(database, k_actions, event), planned_since(database, event)};
}

void cut_log(Database& database, std::int64_t change, std::int64_t event) {
    database.query(k_cut_events).bind(":event", event).run();
    database.query(k_cut_packs).bind(":event", event).run();
    database.query(k_cut_policies).bind(":change", change).run();
    database.query(k_cut_changes).bind(":change", change).run();
    std::string hash;
    {
        auto query = database.query(k_hash);
        query.bind(":event", event);
        if (query.next()) hash = query.blob(0);
    }
    put_log_end(database, {event, hash});
}

std::vector<std::string> state_tables(Database& database) {
    std::vector<std::string> tables;
    auto query = database.query(k_state);
    while (query.next())
        tables.push_back(query.text(0));
    return tables;
}

void make_state_anew(Database& database, PolicyBook& policies) {
    for (const auto& table : state_tables(database))
        database.execute(fmt::format("DELETE FROM {}", table));
    for (const auto* table : k_words)
        database.execute(fmt::format("INSERT INTO {0} ({0}) VALUES ('delete-all')", table));
    policies.forget();
    restore_state(database, policies);
}

void forget(Database& database, const Since& since) {
    for (const auto id : since.complaints) {
        forget_words(database, id);
        remove_projection(database, id);
    }
    for (const auto id : since.customers)
        forget_words(database, id);
}

// Of few there are few, so that all are told again.
void bring_firm(Database& database) {
    database.execute("DELETE FROM absence; DELETE FROM volume");
    for (const auto& told : replayed_absences(database))
        put_absences(database, told);
    for (const auto& told : replayed_volumes(database))
        put_volume(database, told);
}

void plan_by_policies(Database& database, PolicyBook& policies, Planned planned) {
    if (planned == Planned::as_it_was) return;
    const bool all = planned == Planned::everything;
    for (const auto number : numbers(database.query(all ? k_every_complaint : k_unresolved)))
        replan(database, policies, {number});
    for (const auto& action : all_actions(database))
        price_again(database, policies, action.id);
}

void bring(Database& database, PolicyBook& policies, const Since& since, const std::string& country_since) {
    bring_firm(database);
    policies.follow(undone_changes(database));
    const std::string country = policies.current().policy->organisation.country;
    for (const auto id : since.customers)
        follow_log(database, id, country);
    if (country != country_since) read_phones_anew(database, country);
    for (const auto id : since.complaints)
        follow_log(database, id);
    for (const auto id : since.actions)
        follow_log(database, policies, id);
    // Behind all states: what was said in duplicates counts for the one that stays.
    for (const auto id : since.complaints)
        write_projection(database, policies, id);
    for (const auto id : since.complaints)
        replan_survivors(database, policies, id);
    plan_by_policies(database, policies, since.planned);
}

void learn(Database& database, const Since& since) {
    for (const auto id : since.complaints)
        learn_words(database, id);
    for (const auto id : since.customers)
        learn_words(database, id);
}

} // namespace

std::int64_t last_change_by(Database& database, time::Instant moment) {
    std::int64_t last = 0;
    read_changes(database, [&](const Change& change) {
        if (change.recorded_at <= moment) last = change.number;
        return last == 0;
    });
    return last;
}

void return_to(Database& database, PolicyBook& policies, std::int64_t change) {
    const auto event = [&] {
        auto query = database.query(k_last_event);
        query.bind(":change", change);
        query.next();
        return query.integer(0);
    }();
    if (last_event(database) - event > event) {
        cut_log(database, change, event);
        return make_state_anew(database, policies);
    }
    const auto happened = since(database, event);
    const std::string country = policies.current().policy->organisation.country;
    forget(database, happened);
    cut_log(database, change, event);
    bring(database, policies, happened, country);
    learn(database, happened);
}

} // namespace reklamaatio::store
