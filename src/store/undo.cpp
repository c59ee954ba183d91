// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back. An undo is a change like any other: its events lead from what is to what was, and what
// follows from the log is worked out again from the events that still stand.
#include "complaint/refusal.hpp"
#include "complaint/standing.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/full_text.hpp"
#include "store/ledger.hpp"
#include "store/planning.hpp"
#include "store/projection.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::Id;
using complaint::Reason;
using complaint::refuse;

constexpr const char* k_all_complaints = "SELECT id FROM complaint ORDER BY id";

// What comes back may refer to a customer whose adding was undone meanwhile.
template <typename Owner>
void check_is_there(Database& database, Owner owner, const std::optional<complaint::CustomerId>& customer) {
    if (!customer || find_customer(database, *customer)) return;
    const auto gone = find_change(database, events_of(database, *customer).back().change);
    refuse<Reason::customer_taken_back>(owner, *customer, gone->number, gone->command, gone->actor);
}

// Each is brought to what its log says, which ends with the undoing by now.
void bring_state(Database& database, Id id) {
    const auto before = find_complaint(database, id);
    const auto after = complaint::replayed<Complaint>(id, events_of(database, id));
    if (!after) return remove_complaint(database, id);
    check_is_there(database, id, after->customer);
    if (before)
        change_complaint(database, *before, *after);
    else
        add_complaint(database, *after, 0); // planned afterwards
}

// What comes back may have an address that was given to somebody else meanwhile.
void check_is_unmistakable(Database& database, const complaint::Customer& customer,
                           const std::string& country) {
    if (customer.merged_into) return;
    const auto other = mistakable_for(database, customer, country);
    if (!other) return;
    const auto change = find_change(database, events_of(database, other->other.id).back().change);
    refuse<Reason::address_given_away>(customer.id, other->other.id, change->number, change->command,
                                       change->actor);
}

bool has_address_of(const complaint::Customer& customer, const std::optional<complaint::Customer>& before) {
    return before && customer.email == before->email && customer.phone == before->phone
           && customer.merged_into == before->merged_into;
}

void bring_state(Database& database, complaint::CustomerId id, const std::string& country) {
    const auto after = complaint::replayed<complaint::Customer>(id, events_of(database, id));
    forget_words(database, id);
    if (!after) return remove_customer(database, id);
    put_customer(database, *after, country);
    learn_words(database, id);
}

// Only when all are as they were: of two who were one, each has what the other lent.
void bring_customers(Database& database, const std::vector<complaint::CustomerId>& ids,
                     const std::string& country) {
    std::vector<std::optional<complaint::Customer>> before;
    for (const auto id : ids)
        before.push_back(find_customer(database, id));
    for (const auto id : ids)
        bring_state(database, id, country);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (const auto after = find_customer(database, ids[i])) {
            check_is_there(database, ids[i], after->merged_into);
            if (!has_address_of(*after, before[i])) check_is_unmistakable(database, *after, country);
        }
}

void bring_state(Database& database, complaint::ActionId id) {
    if (const auto after = complaint::replayed<complaint::Action>(id, events_of(database, id)))
        put_action(database, *after);
    else
        remove_action(database, id);
}

std::vector<Id> every_complaint(Database& database) {
    auto query = database.query(k_all_complaints);
    std::vector<Id> ids;
    while (query.next())
        ids.push_back({query.integer(0)});
    return ids;
}

bool is_policy(const Touched& touched) {
    return std::holds_alternative<PolicyVersion>(touched);
}

template <typename Number>
std::vector<Number> those_among(const std::vector<Touched>& touched) {
    std::vector<Number> found;
    for (const auto& one : touched)
        if (const auto* number = std::get_if<Number>(&one)) found.push_back(*number);
    return found;
}

// What both of them touched, of policies whichever; empty when one builds on the other in another way.
std::vector<Touched> shared_by(Database& database, std::int64_t one, std::int64_t other) {
    const auto ours = touched_by(database, one);
    const auto theirs = touched_by(database, other);
    if (std::ranges::any_of(ours, is_policy) && std::ranges::any_of(theirs, is_policy))
        return {PolicyVersion{}};
    std::vector<Touched> both;
    std::ranges::copy_if(ours, std::back_inserter(both), [&](const Touched& touched) {
        return std::ranges::find(theirs, touched) != theirs.end();
    });
    return both;
}

template <Reason reason, typename... Facts>
[[noreturn]] void refuse_change(const Change& change, const Facts&... facts) {
    refuse<reason>(change.number, change.command, change.actor, facts...);
}

// `other` has to be undone first.
[[noreturn]] void refuse_for(Database& database, const Change& change, const Change& other) {
    const auto shared = shared_by(database, change.number, other.number);
    if (shared.empty())
        refuse_change<Reason::change_built_upon>(change, other.number, other.command, other.actor);
    if (is_policy(shared.front()))
        refuse_change<Reason::policy_changed_since>(change, other.number, other.command, other.actor);
    std::vector<std::string> names;
    for (const auto& touched : shared)
        names.push_back(to_string(touched));
    refuse_change<Reason::touched_since>(change, other.number, other.command, other.actor, names);
}

void check_can_be_undone(Database& database, std::int64_t number) {
    const auto change = find_change(database, number);
    if (!change) refuse<Reason::no_such_change>(number);
    if (number == k_first_change) refuse_change<Reason::change_made_database>(*change);
    if (delivers_alerts(database, number)) refuse_change<Reason::change_delivered_alerts>(*change);
    if (undone_changes(database).contains(number)) refuse_change<Reason::change_undone>(*change);
    if (const auto other = in_the_way_of(database, number)) refuse_for(database, *change, *other);
}

} // namespace

void Ledger::take_back(std::int64_t change) {
    m_change.undoes = change;
    const auto events = events_of_change(m_database, change);
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        Event back = complaint::inverse(*event);
        back.happened_at = now();
        append(back);
    }
}

void Ledger::bring_policies() {
    const std::string country = this->country();
    m_policies.follow(undone_changes(m_database));
    follow_country(country);
    for (const auto id : every_complaint(m_database))
        replan(m_database, m_policies, id);
}

void Ledger::bring_states(const std::vector<Touched>& touched) {
    // Customers first: what comes back looks for its customer.
    bring_customers(m_database, those_among<complaint::CustomerId>(touched), country());
    for (const auto id : those_among<Id>(touched))
        bring_state(m_database, id);
    for (const auto id : those_among<complaint::ActionId>(touched))
        bring_state(m_database, id);
    if (std::ranges::any_of(touched, is_policy)) bring_policies();
}

Change Ledger::undo(std::int64_t number) {
    check_can_be_undone(m_database, number);
    const Change change = *find_change(m_database, number);
    const auto touched = touched_by(m_database, number);
    const auto complaints = those_among<Id>(touched);
    // What comes and goes together may refer to each other.
    m_database.execute("PRAGMA defer_foreign_keys = ON");
    for (const Id id : complaints)
        remove_projection(m_database, id);
    take_back(number);
    bring_states(touched);
    for (const Id id : complaints)
        write_projection(m_database, m_policies, id);
    for (const Id id : complaints)
        replan_survivors(m_database, m_policies, id);
    return change;
}

} // namespace reklamaatio::store
