// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back. An undo is a change like any other: its events lead from what is to what was, and what
// follows from the log is worked out again from the events that still stand.
#include "complaint/refusal.hpp"
#include "complaint/standing.hpp"
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/efforts.hpp"
#include "store/erasure.hpp"
#include "store/ledger.hpp"
#include "store/planning.hpp"
#include "store/projection.hpp"
#include "store/volumes.hpp"

#include <algorithm>
#include <set>

namespace reklamaatio::store {

namespace {

using complaint::Event;
using complaint::Id;
using complaint::Reason;
using complaint::refuse;

constexpr const char* k_all_complaints = "SELECT id FROM complaint ORDER BY id";

Change last_change_of(Database& database, complaint::CustomerId id) {
    const auto events = events_of(database, id);
    return known_change(database, events.empty() ? 0 : events.back().change);
}

// What comes back may refer to a customer whose adding was undone meanwhile.
template <typename Owner>
void check_is_there(Database& database, Owner owner, const std::optional<complaint::CustomerId>& customer) {
    if (!customer || find_customer(database, *customer)) return;
    const auto gone = last_change_of(database, *customer);
    refuse<Reason::customer_taken_back>(owner, *customer, gone.number, gone.command, gone.actor);
}

void bring_state(Database& database, Id id) {
    follow_log(database, id);
    if (const auto after = find_complaint(database, id)) check_is_there(database, id, after->customer);
}

// What comes back may have an address that was given to somebody else meanwhile.
void check_is_unmistakable(Database& database, const complaint::Customer& customer,
                           const std::string& country) {
    if (customer.merged_into) return;
    const auto other = mistakable_for(database, customer, country);
    if (!other) return;
    const auto change = last_change_of(database, other->other.id);
    refuse<Reason::address_given_away>(customer.id, other->other.id, change.number, change.command,
                                       change.actor);
}

// As it was before that change.
std::optional<complaint::Customer> without(Database& database, complaint::CustomerId id,
                                           std::int64_t change) {
    auto events = events_of(database, id);
    std::erase_if(events, [change](const Event& event) { return event.change == change; });
    return complaint::replayed<complaint::Customer>(id, events);
}

bool has_address_of(const complaint::Customer& customer, const std::optional<complaint::Customer>& before) {
    return before && customer.email == before->email && customer.phone == before->phone
           && customer.merged_into == before->merged_into;
}

// Looked at only when all are as they were: of two who were one, each has what the other lent.
void bring_customers(Database& database, const std::vector<complaint::CustomerId>& ids, std::int64_t undoing,
                     const std::string& country) {
    for (const auto id : ids)
        follow_log(database, id, country);
    for (const auto id : ids)
        if (const auto after = find_customer(database, id)) {
            check_is_there(database, id, after->merged_into);
            if (!has_address_of(*after, without(database, id, undoing)))
                check_is_unmistakable(database, *after, country);
        }
}

std::vector<Id> every_complaint(Database& database) {
    auto query = database.query(k_all_complaints);
    std::vector<Id> ids;
    while (query.next())
        ids.push_back({query.integer(0)});
    return ids;
}

template <Reason reason, typename... Facts>
[[noreturn]] void refuse_change(const Change& change, const Facts&... facts) {
    refuse<reason>(change.number, change.command, change.actor, facts...);
}

// A big import and another one may share hundreds of thousands.
constexpr std::size_t k_most_named = 5;

// `other` has to be undone first.
[[noreturn]] void refuse_for(Database& database, const Change& change, const Change& other) {
    if (touches_policy(database, change.number) && touches_policy(database, other.number))
        refuse_change<Reason::policy_changed_since>(change, other.number, other.command, other.actor);
    std::vector<std::string> names;
    std::size_t shared = 0;
    read_shared(database, change.number, other.number, [&](const Touched& touched) {
        if (++shared <= k_most_named) names.push_back(to_string(touched));
    });
    if (erases(database, other.number))
        refuse_change<Reason::erased_since>(change, other.number, other.command, other.actor, names);
    if (names.empty())
        refuse_change<Reason::change_built_upon>(change, other.number, other.command, other.actor);
    const auto more = shared > names.size() ? std::optional(shared - names.size()) : std::nullopt;
    refuse_change<Reason::touched_since>(change, other.number, other.command, other.actor, names, more);
}

void check_can_be_undone(Database& database, std::int64_t number) {
    const auto change = find_change(database, number);
    if (!change) refuse<Reason::no_such_change>(number);
    if (number == k_first_change) refuse_change<Reason::change_made_database>(*change);
    if (delivers_alerts(database, number)) refuse_change<Reason::change_delivered_alerts>(*change);
    if (erases(database, number)) refuse_change<Reason::change_erased>(*change);
    if (undone_changes(database).contains(number)) refuse_change<Reason::change_undone>(*change);
    if (const auto other = in_the_way_of(database, number)) refuse_for(database, *change, *other);
}

} // namespace

void Ledger::take_back(std::int64_t change) {
    m_change.undoes = change;
    read_change_back(m_database, change, [&](const Event& event) {
        Event back = complaint::inverse(event);
        back.happened_at = now();
        append(back);
    });
}

void Ledger::bring_absences(const std::vector<StaffName>& staff) {
    for (const auto& absences : replayed_absences(m_database))
        if (std::ranges::find(staff, absences.person, &StaffName::text) != staff.end())
            put_absences(m_database, absences);
    m_policies.forget();
}

void Ledger::bring_volumes(const std::vector<complaint::VolumeOf>& volumes) {
    const std::set<complaint::VolumeOf> touched(volumes.begin(), volumes.end());
    for (const auto& volume : replayed_volumes(m_database))
        if (touched.contains(volume.of)) put_volume(m_database, volume);
}

void Ledger::bring_policies() {
    const std::string country = this->country();
    m_policies.follow(undone_changes(m_database));
    follow_country(country);
    for (const auto id : every_complaint(m_database))
        replan(m_database, m_policies, id);
    for (const auto& action : all_actions(m_database))
        price_again(m_database, m_policies, action.id);
}

void Ledger::bring_states(const TouchedNumbers& touched) {
    // Customers first: what comes back looks for its customer.
    bring_customers(m_database, touched.customers, m_change.number, country());
    for (const auto id : touched.complaints)
        bring_state(m_database, id);
    for (const auto id : touched.actions)
        follow_log(m_database, m_policies, id);
    if (!touched.staff.empty()) bring_absences(touched.staff);
    if (!touched.volumes.empty()) bring_volumes(touched.volumes);
    if (touched.policy) bring_policies();
}

Change Ledger::undo(std::int64_t number) {
    check_can_be_undone(m_database, number);
    const Change change = known_change(m_database, number);
    const auto touched = numbers_touched_by(m_database, number);
    // What comes and goes together may refer to each other.
    m_database.execute("PRAGMA defer_foreign_keys = ON");
    in_bulk([&] {
        for (const Id id : touched.complaints) {
            m_bulk->forgotten.add(id);
            remove_projection(m_database, id);
        }
        for (const auto id : touched.customers)
            m_bulk->forgotten.add(id);
        take_back(number);
        bring_states(touched);
        for (const Id id : touched.complaints)
            write_projection(m_database, m_policies, id);
        for (const Id id : touched.complaints)
            replan_survivors(m_database, m_policies, id);
    });
    return change;
}

} // namespace reklamaatio::store
