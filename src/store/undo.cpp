// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back. An undo is a change like any other: its events lead from what is to what was, and what
// follows from the log is worked out again from the events that still stand.
#include "complaint/refusal.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/full_text.hpp"
#include "store/ledger.hpp"
#include "store/planning.hpp"
#include "store/projection.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::Id;
using complaint::Reason;
using complaint::refuse;

constexpr const char* k_all_complaints = "SELECT id FROM complaint ORDER BY id";

template <typename Owner, typename Number>
Owner blank(Number id) {
    Owner owner;
    owner.id = id;
    return owner;
}

// What comes back may refer to a customer whose adding was undone meanwhile.
template <typename Owner>
void check_is_there(Database& database, Owner owner, const std::optional<complaint::CustomerId>& customer) {
    if (!customer || find_customer(database, *customer)) return;
    const auto gone = find_change(database, events_of(database, *customer).back().change);
    refuse<Reason::customer_taken_back>(owner, *customer, gone->number, gone->command, gone->actor);
}

void bring_state(Database& database, Id id, const Event& event) {
    const auto stored = find_complaint(database, id);
    const Complaint before = stored.value_or(blank<Complaint>(id));
    Complaint after = before;
    complaint::apply(after, event);
    check_is_there(database, id, after.customer);
    if (after == blank<Complaint>(id))
        remove_complaint(database, id);
    else if (stored)
        change_complaint(database, before, after);
    else
        add_complaint(database, after, 0); // planned afterwards
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

bool changes_address(const Event& event) {
    return std::ranges::any_of(event.changes, [](const complaint::FieldChange& change) {
        return change.field == "email" || change.field == "phone" || change.field == "merged_into";
    });
}

void bring_state(Database& database, complaint::CustomerId id, const Event& event,
                 const std::string& country) {
    const auto none = blank<complaint::Customer>(id);
    auto customer = find_customer(database, id).value_or(none);
    complaint::apply(customer, event);
    check_is_there(database, id, customer.merged_into);
    forget_words(database, id);
    // A blank one may be somebody whose only address an edit took away.
    if (complaint::standing(events_of(database, id)).empty())
        remove_customer(database, id);
    else
        put_customer(database, customer, country);
    learn_words(database, id);
    if (changes_address(event)) check_is_unmistakable(database, customer, country);
}

void bring_state(Database& database, complaint::ActionId id, const Event& event) {
    const auto none = blank<complaint::Action>(id);
    auto action = find_action(database, id).value_or(none);
    complaint::apply(action, event);
    if (action == none)
        remove_action(database, id);
    else
        put_action(database, action);
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

void Ledger::take_back_policy(const Event& event) {
    const std::string country = this->country();
    for (const auto& change : event.changes) {
        if (change.field != complaint::k_policy_version) continue;
        const bool returns = std::holds_alternative<std::monostate>(change.before);
        const auto version = std::get<std::int64_t>(returns ? change.after : change.before);
        m_policies.mark_undone(static_cast<int>(version), !returns);
    }
    follow_country(country);
    for (const auto id : every_complaint(m_database))
        replan(m_database, m_policies, id);
}

void Ledger::take_back(const Event& event) {
    Event back = complaint::inverse(event);
    back.happened_at = now();
    append(back);
    if (back.complaint)
        bring_state(m_database, *back.complaint, back);
    else if (back.customer)
        bring_state(m_database, *back.customer, back, country());
    else if (back.action)
        bring_state(m_database, *back.action, back);
    else
        take_back_policy(back);
}

Change Ledger::undo(std::int64_t number) {
    check_can_be_undone(m_database, number);
    const Change change = *find_change(m_database, number);
    m_change.undoes = number;
    std::vector<Event> events = events_of_change(m_database, number);
    std::set<Id> touched;
    for (const auto& event : events)
        if (event.complaint) touched.insert(*event.complaint);
    for (const Id id : touched)
        remove_projection(m_database, id);
    // The last first: so a complaint goes before its customer, and comes back after.
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        take_back(*event);
    for (const Id id : touched)
        write_projection(m_database, m_policies, id);
    for (const Id id : touched)
        replan_survivors(m_database, m_policies, id);
    return change;
}

} // namespace reklamaatio::store
