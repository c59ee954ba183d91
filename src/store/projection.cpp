// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projection.hpp"

#include "complaint/standing.hpp"
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/efforts.hpp"
#include "store/events.hpp"
#include "store/full_text.hpp"
#include "store/messages.hpp"
#include "store/parts.hpp"
#include "store/past_grants.hpp"
#include "store/planning.hpp"
#include "store/volumes.hpp"
#include "store/waits.hpp"

namespace reklamaatio::store {

namespace {

using complaint::Id;

constexpr const char* k_complaints =
    "SELECT DISTINCT complaint_id FROM event WHERE complaint_id IS NOT NULL ORDER BY complaint_id";
constexpr const char* k_customers =
    "SELECT DISTINCT customer_id FROM event WHERE customer_id IS NOT NULL ORDER BY customer_id";
constexpr const char* k_actions =
    "SELECT DISTINCT action_id FROM event WHERE action_id IS NOT NULL ORDER BY action_id";

template <typename Number>
std::vector<Number> numbers(Database& database, const char* sql) {
    auto query = database.query(sql);
    std::vector<Number> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

template <typename Owner, typename Number>
std::optional<Owner> replayed(Database& database, Number id) {
    return complaint::replayed<Owner>(id, events_of(database, id));
}

} // namespace

void remove_projection(Database& database, Id id) {
    if (!find_complaint(database, id)) return;
    remove_messages(database, id);
    remove_waits(database, id);
    remove_parts(database, id);
    put_deadlines(database, id, {});
    put_reopenings(database, id, {});
    put_efforts(database, id, {});
    put_past_grants(database, id, {});
}

void write_projection(Database& database, PolicyBook& policies, Id id) {
    if (!find_complaint(database, id)) return;
    const auto events = standing_events_of(database, id);
    complaint::Procedure procedure;
    for (const auto& event : events) {
        complaint::apply(procedure, event);
        put_message(database, event);
        put_wait(database, event);
    }
    put_parts(database, id, procedure, complaint::differences({}, procedure));
    replan(database, policies, id);
}

void follow_log(Database& database, Id id) {
    const auto before = find_complaint(database, id);
    const auto after = replayed<complaint::Complaint>(database, id);
    if (!after) return remove_complaint(database, id);
    if (before)
        change_complaint(database, *before, *after);
    else
        add_complaint(database, *after, 0); // planned afterwards
}

void follow_log(Database& database, complaint::CustomerId id, const std::string& country) {
    const auto after = replayed<complaint::Customer>(database, id);
    if (!after) return remove_customer(database, id);
    put_customer(database, *after, country);
}

void follow_log(Database& database, PolicyBook& policies, complaint::ActionId id) {
    const auto after = replayed<complaint::Action>(database, id);
    if (after) put_action(database, *after);
    price_again(database, policies, id);
    if (!after) remove_action(database, id);
}

void restore_state(Database& database, PolicyBook& policies) {
    for (const auto& told : replayed_absences(database))
        put_absences(database, told);
    for (const auto& told : replayed_volumes(database))
        put_volume(database, told);
    policies.follow(undone_changes(database));
    const std::string country = policies.current().policy->organisation.country;
    // One may have been merged into a younger one.
    database.execute("PRAGMA defer_foreign_keys = ON");
    for (const auto id : numbers<complaint::CustomerId>(database, k_customers))
        follow_log(database, id, country);
    const auto complaints = numbers<Id>(database, k_complaints);
    for (const auto id : complaints)
        if (const auto complaint = replayed<complaint::Complaint>(database, id))
            add_complaint(database, *complaint, 0);
    for (const auto id : numbers<complaint::ActionId>(database, k_actions))
        follow_log(database, policies, id);
    // Behind all states: what was said in duplicates counts for the one that stays.
    for (const auto id : complaints)
        write_projection(database, policies, id);
    learn_words_since(database, 1);
}

} // namespace reklamaatio::store
