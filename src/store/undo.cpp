// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back. An undo is a change like any other: its events lead from what is to what was, and what
// follows from the log is worked out anew from the events that still stand.
#include "complaint/error.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/ledger.hpp"
#include "store/messages.hpp"
#include "store/parts.hpp"
#include "store/planning.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::Id;

constexpr const char* k_all_complaints = "SELECT id FROM complaint ORDER BY id";

template <typename Owner, typename Number>
Owner blank(Number id) {
    Owner owner;
    owner.id = id;
    return owner;
}

// All that follows from the complaint's log besides its fields.
void remove_what_follows(Database& database, Id id) {
    if (!find_complaint(database, id)) return;
    forget_words(database, id);
    remove_messages(database, id);
    remove_parts(database, id);
    put_deadlines(database, id, {});
    put_reopenings(database, id, {});
}

void bring_state(Database& database, Id id, const Event& event) {
    const auto stored = find_complaint(database, id);
    const Complaint before = stored.value_or(blank<Complaint>(id));
    Complaint after = before;
    complaint::apply(after, event);
    if (after == blank<Complaint>(id))
        remove_complaint(database, id);
    else if (stored)
        change_complaint(database, before, after);
    else
        add_complaint(database, after);
}

void write_what_follows(Database& database, PolicyBook& policies, Id id) {
    if (!find_complaint(database, id)) return;
    const auto events = complaint::standing(events_of(database, id));
    complaint::Procedure procedure;
    for (const auto& event : events) {
        complaint::apply(procedure, event);
        put_message(database, event);
    }
    put_parts(database, id, procedure, complaint::differences({}, procedure));
    learn_words(database, id);
    replan(database, policies, id);
}

std::vector<Id> every_complaint(Database& database) {
    auto query = database.query(k_all_complaints);
    std::vector<Id> ids;
    while (query.next())
        ids.push_back({query.integer(0)});
    return ids;
}

std::string name_of(const Change& change) {
    return fmt::format("change {} ({} by {})", change.number, change.command, change.actor);
}

void check_can_be_undone(Database& database, std::int64_t number) {
    const auto change = find_change(database, number);
    if (!change)
        throw complaint::Refusal(fmt::format("there is no change {}; see reklamaatio undo --list", number));
    if (number == 1) throw complaint::Refusal("change 1 made the database; it cannot be undone");
    bool undone = false;
    read_changes(database, "", [&](const Change& later, bool is_undone) {
        if (later.number == number) undone = is_undone;
        return later.number > number;
    });
    if (undone) throw complaint::Refusal(fmt::format("{} is undone already", name_of(*change)));
    if (const auto other = in_the_way_of(database, number))
        throw complaint::Refusal(fmt::format("{} cannot be undone while {} stands: it touched the same",
                                             name_of(*change), name_of(*other)));
}

} // namespace

void Ledger::take_back_policy(const Event& event) {
    const bool returns = std::holds_alternative<std::monostate>(event.changes.front().before);
    for (const auto& change : event.changes)
        if (change.field == complaint::k_policy_version)
            m_policies.mark_undone(
                static_cast<int>(std::get<std::int64_t>(returns ? change.after : change.before)), !returns);
    for (const auto id : every_complaint(m_database))
        replan(m_database, m_policies, id);
}

void Ledger::take_back(const Event& event) {
    Event back = complaint::inverse(event);
    back.happened_at = now();
    append(back);
    if (back.complaint) {
        bring_state(m_database, *back.complaint, back);
    } else if (back.customer) {
        auto customer =
            find_customer(m_database, *back.customer).value_or(blank<complaint::Customer>(*back.customer));
        complaint::apply(customer, back);
        if (customer == blank<complaint::Customer>(*back.customer))
            remove_customer(m_database, customer.id);
        else
            put_customer(m_database, customer, m_policies.current().policy->organisation.country);
    } else if (back.action) {
        auto action = find_action(m_database, *back.action).value_or(blank<complaint::Action>(*back.action));
        complaint::apply(action, back);
        if (action == blank<complaint::Action>(*back.action))
            remove_action(m_database, action.id);
        else
            put_action(m_database, action);
    } else {
        take_back_policy(back);
    }
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
        remove_what_follows(m_database, id);
    // The last first: so a complaint goes before its customer, and comes back after.
    for (const auto& event : events | std::views::reverse)
        take_back(event);
    for (const Id id : touched)
        write_what_follows(m_database, m_policies, id);
    // What was said in a duplicate counts for the one that it was merged into.
    for (const Id id : touched)
        if (const auto complaint = find_complaint(m_database, id); complaint && complaint->merged_into)
            replan(m_database, m_policies, *complaint->merged_into);
    return change;
}

} // namespace reklamaatio::store
