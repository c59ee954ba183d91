// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back. An undo is a change like any other: its events lead from what is to what was, and what
// follows from the log is worked out anew from the events that still stand.
#include "complaint/error.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/ledger.hpp"
#include "store/planning.hpp"
#include "store/projection.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// What comes back may refer to a customer whose adding was undone meanwhile.
void check_is_there(Database& database, const std::string& who,
                    const std::optional<complaint::CustomerId>& customer) {
    if (!customer || find_customer(database, *customer)) return;
    const auto gone = find_change(database, events_of(database, *customer).back().change);
    throw complaint::Refusal(fmt::format("{} would belong to {}, which {} took back; undo that first", who,
                                         to_string(*customer), name_of(*gone)));
}

void bring_state(Database& database, Id id, const Event& event) {
    const auto stored = find_complaint(database, id);
    const Complaint before = stored.value_or(blank<Complaint>(id));
    Complaint after = before;
    complaint::apply(after, event);
    check_is_there(database, to_string(id), after.customer);
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
    const auto change = find_change(database, events_of(database, other->id).back().change);
    throw complaint::Refusal(fmt::format(
        "{} would have the e-mail address or telephone number that {} has since {}; undo that first, or "
        "run reklamaatio customer merge {} {}",
        to_string(customer.id), to_string(other->id), name_of(*change), to_string(other->id),
        to_string(customer.id)));
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
    check_is_there(database, to_string(id), customer.merged_into);
    // A blank one may be somebody whose only address an edit took away.
    if (complaint::standing(events_of(database, id)).empty())
        remove_customer(database, id);
    else
        put_customer(database, customer, country);
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

// "R-1, C-7", "the policy": what both of them touched; empty when one builds on the other in another way.
std::string shared_by(Database& database, std::int64_t one, std::int64_t other) {
    const auto is_policy = [](const std::string& name) { return name.starts_with("policy"); };
    const auto ours = touched_by(database, one);
    const auto theirs = touched_by(database, other);
    if (std::ranges::any_of(ours, is_policy) && std::ranges::any_of(theirs, is_policy)) return "the policy";
    std::vector<std::string> both;
    std::ranges::copy_if(ours, std::back_inserter(both), [&](const std::string& name) {
        return std::ranges::find(theirs, name) != theirs.end();
    });
    return fmt::format("{}", fmt::join(both, ", "));
}

void check_can_be_undone(Database& database, std::int64_t number) {
    const auto change = find_change(database, number);
    if (!change)
        throw complaint::Refusal(fmt::format("there is no change {}; see reklamaatio undo --list", number));
    if (number == k_first_change)
        throw complaint::Refusal(fmt::format("{} made the database; it cannot be undone", name_of(*change)));
    if (delivers_alerts(database, number))
        throw complaint::Refusal(
            fmt::format("{} delivered alerts; what was told cannot be undone", name_of(*change)));
    if (undone_changes(database).contains(number))
        throw complaint::Refusal(fmt::format("{} is undone already", name_of(*change)));
    const auto other = in_the_way_of(database, number);
    if (!other) return;
    const std::string shared = shared_by(database, number, other->number);
    throw complaint::Refusal(
        fmt::format("{} cannot be undone: {} {}; undo that first", name_of(*change), name_of(*other),
                    shared.empty() ? "builds on it" : fmt::format("touched {} after it", shared)));
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
