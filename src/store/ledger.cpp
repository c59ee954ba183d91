// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.hpp"

#include "complaint/customer.hpp"
#include "complaint/handling.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/clocks/plan.hpp"
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/efforts.hpp"
#include "store/messages.hpp"
#include "store/packs.hpp"
#include "store/parts.hpp"
#include "store/planning.hpp"
#include "store/volumes.hpp"
#include "store/waits.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::Event;
using complaint::EventKind;

// Of the work in bulk before this event.
constexpr const char* k_complaint_in_bulk =
    "SELECT 1 FROM event WHERE complaint_id = :id AND id >= :since AND id < :event LIMIT 1";
constexpr const char* k_customer_in_bulk =
    "SELECT 1 FROM event WHERE customer_id = :id AND id >= :since AND id < :event LIMIT 1";
constexpr const char* k_any_complaint = "SELECT 1 FROM complaint LIMIT 1";
// From so many complaints on it pays to make indexes anew.
constexpr std::int64_t k_many = 2'000;

// The first condition is that of the index complaint_at_hand, which is used only where it stands word for word.
constexpr const char* k_unresolved = "SELECT id FROM complaint WHERE status NOT IN ('closed', 'void')"
                                     " AND status IN ('new', 'open', 'waiting') ORDER BY id";

const rulebook::Deadline* counterpart(const std::vector<rulebook::Deadline>& deadlines,
                                      const rulebook::Deadline& deadline) {
    const auto found = std::ranges::find_if(deadlines, [&](const rulebook::Deadline& other) {
        return other.clock == deadline.clock && other.ordinal == deadline.ordinal;
    });
    return found == deadlines.end() ? nullptr : &*found;
}

void add_moved(std::vector<Ledger::Moved>& moved, complaint::Id id,
               const std::vector<rulebook::Deadline>& before, const std::vector<rulebook::Deadline>& after) {
    for (const auto& deadline : after) {
        const auto* was = counterpart(before, deadline);
        if (was == nullptr || was->due_at != deadline.due_at)
            moved.push_back(
                {id, deadline.clock, was == nullptr ? std::nullopt : was->due_at, deadline.due_at});
    }
    for (const auto& deadline : before)
        if (counterpart(after, deadline) == nullptr)
            moved.push_back({id, deadline.clock, deadline.due_at, std::nullopt});
}

} // namespace

void Ledger::append(Event& event) {
    if (m_change.number == 0) begin_change(m_database, m_change);
    if (m_bulk) return append_to_pack(m_database, m_change, event, m_bulk->end);
    auto end = log_end(m_database);
    append_event(m_database, m_change, event, end);
    put_log_end(m_database, end);
}

const std::string& Ledger::country() {
    return m_policies.current().policy->organisation.country;
}

void Ledger::follow_country(const std::string& before) {
    if (country() != before) read_phones_anew(m_database, country());
}

Entry Ledger::record(const Complaint& before, Event event) {
    append(event);
    Complaint after = before;
    after.id = *event.complaint;
    complaint::apply(after, event);
    auto plan = before.id == complaint::Id{} ? add(after, event) : change(before, after, event);
    return {std::move(after), std::move(plan)};
}

// A complaint's first event is its whole history, and nothing of it is stored yet.
rulebook::Plan Ledger::add(const Complaint& complaint, const Event& event) {
    if (m_bulk && m_bulk->begins_empty && ++m_bulk->added == k_many) m_bulk->spared.emplace(m_database);
    auto plan = rulebook::plan({&event, 1}, {}, m_policies.since(event.change));
    add_complaint(m_database, complaint, clock_bits(plan));
    add_deadlines(m_database, complaint.id, plan.deadlines);
    put_message(m_database, event);
    put_wait(m_database, event);
    add_efforts(m_database, m_policies, event);
    add_parts(complaint.id, event);
    if (!m_bulk) learn_words(m_database, complaint.id);
    // One that comes merged from a file: the survivor hears what was said in it.
    if (complaint.merged_into) replan_survivors(m_database, m_policies, complaint.id);
    return plan;
}

rulebook::Plan Ledger::change(const Complaint& before, const Complaint& after, const Event& event) {
    forget_before(event, after.id);
    change_complaint(m_database, before, after);
    put_message(m_database, event);
    put_wait(m_database, event);
    add_parts(after.id, event);
    if (learns_words(event)) learn_words(m_database, after.id);
    auto plan = replan(m_database, m_policies, after.id);
    replan_survivors(m_database, m_policies, after.id);
    return plan;
}

void Ledger::add_parts(complaint::Id id, const Event& event) {
    if (event.parts.empty()) return;
    auto procedure = procedure_of(m_database, id);
    complaint::apply(procedure, event);
    put_parts(m_database, id, procedure, event.parts);
}

template <typename Number>
void Ledger::forget_before(const Event& event, Number id) {
    if (m_bulk) {
        if (is_first_in_bulk(event)) m_bulk->forgotten.add(id);
    } else if (changes_words(event)) {
        forget_words(m_database, id);
    }
}

// In bulk words are learned together at the end, of all that was touched: they are forgotten the first time.
bool Ledger::is_first_in_bulk(const Event& event) {
    auto query = m_database.query(event.complaint ? k_complaint_in_bulk : k_customer_in_bulk);
    query.bind(":id", event.complaint ? event.complaint->number : event.customer->number);
    query.bind(":since", m_bulk->since).bind(":event", event.number);
    return !query.next();
}

bool Ledger::learns_words(const Event& event) const {
    return !m_bulk && changes_words(event);
}

void Ledger::in_bulk(const std::function<void()>& work) {
    const auto end = log_end(m_database);
    m_bulk.emplace(Bulk{.end = end,
                        .since = end.event + 1,
                        .begins_empty = !m_database.query(k_any_complaint).next(),
                        .forgotten = ForgottenWords(m_database)});
    work();
    m_database.packs().write(m_database);
    put_log_end(m_database, m_bulk->end);
    m_bulk->forgotten.forget_all();
    learn_words_since(m_database, m_bulk->since);
    if (m_bulk->spared) m_bulk->spared->make_again();
    m_bulk.reset();
}

Customer Ledger::record(const Customer& before, const Customer& after, std::string note) {
    Event event;
    event.kind = before == Customer{} ? EventKind::customer_added : EventKind::customer_changed;
    event.customer = after.id;
    event.happened_at = now();
    event.changes = complaint::differences(before, after);
    if (event.changes.empty()) return after;
    event = complaint::with_note(std::move(event), note);
    append(event);
    const bool is_new = event.kind == EventKind::customer_added; // of whom no word is known yet
    if (!is_new) forget_before(event, after.id);
    (is_new ? add_customer : put_customer)(m_database, after, country());
    if (learns_words(event)) learn_words(m_database, after.id);
    return after;
}

complaint::Action Ledger::record(const complaint::Action& before, const complaint::Action& after) {
    Event event;
    event.kind = before == complaint::Action{} ? EventKind::action_opened : EventKind::action_changed;
    event.action = after.id;
    event.happened_at = now();
    event.changes = complaint::differences(before, after);
    if (event.changes.empty()) return after;
    append(event);
    put_action(m_database, after);
    price_again(m_database, m_policies, after.id);
    return after;
}

void Ledger::record_absences(EventKind kind, const rulebook::Absences& after) {
    const auto value = [](const std::vector<rulebook::Away>& away) {
        return away.empty() ? complaint::Value{} : complaint::Value{text_of(away)};
    };
    Event event;
    event.kind = kind;
    event.happened_at = now();
    event.changes = {{complaint::k_person, {}, after.person},
                     {complaint::k_away, value(absences_of(m_database, after.person)), value(after.away)}};
    append(event);
    put_absences(m_database, after);
    m_policies.forget();
}

void Ledger::record_volume(const complaint::Volume& after) {
    const auto value = [](const std::optional<std::int64_t>& number) {
        return number ? complaint::Value{*number} : complaint::Value{};
    };
    const auto before = volume_of(m_database, after.of);
    if (before == after.number) return;
    Event event;
    event.kind = EventKind::volume_set;
    event.happened_at = now();
    event.changes = {{complaint::k_volume_of, {}, text_of(after.of)},
                     {complaint::k_volume, value(before), value(after.number)}};
    append(event);
    put_volume(m_database, after);
}

complaint::Procedure Ledger::append_alert(Event& event, complaint::AlertRecord alert) {
    alert.number = last_event(m_database) + 1;
    complaint::Procedure procedure;
    procedure.alerts = {alert};
    event.kind = alert.sent_at ? EventKind::alerted : EventKind::acknowledged;
    event.happened_at = now();
    event.parts = complaint::differences({}, procedure);
    append(event);
    return procedure;
}

void Ledger::record_alert(complaint::Id id, complaint::AlertRecord alert) {
    if (!find_complaint(m_database, id)) return;
    Event event;
    event.complaint = id;
    const auto procedure = append_alert(event, std::move(alert));
    put_parts(m_database, id, procedure, event.parts);
}

// Of an action the log alone has them, which is short for each.
void Ledger::record_alert(complaint::ActionId id, complaint::AlertRecord alert) {
    if (!find_action(m_database, id)) return;
    Event event;
    event.action = id;
    append_alert(event, std::move(alert));
}

std::optional<CustomerMatch> Ledger::register_customer(const Customer& facts) {
    if (!complaint::names_somebody(facts)) return std::nullopt;
    return remember(match_customer(m_database, facts, country()));
}

CustomerMatch Ledger::register_customer(const Customer& known, const Customer& facts) {
    return remember(match_customer(m_database, known, facts, country()));
}

CustomerMatch Ledger::register_newcomer(const Customer& facts) {
    return remember(match_newcomer(m_database, facts));
}

CustomerMatch Ledger::remember(CustomerMatch met) {
    record(met.known.value_or(Customer{}), met.customer);
    if (met.further) {
        met.further->id = next_customer_id(m_database);
        record(Customer{}, *met.further);
    }
    return met;
}

Ledger::Applied Ledger::apply_policy(const std::string& toml, const rulebook::Policy& policy) {
    Event event;
    event.kind = EventKind::policy_applied;
    event.happened_at = now();
    Applied applied;
    applied.version = m_policies.next_version();
    event.changes = {{complaint::k_policy_version, {}, std::int64_t{applied.version}},
                     {complaint::k_policy_hash, {}, PolicyBook::hash_of(toml)}};
    append(event);
    const std::string country = applied.version == 1 ? "" : this->country();
    m_policies.add(applied.version, m_change.number, now(), toml, policy);
    follow_country(country);

    std::vector<complaint::Id> unresolved;
    {
        auto query = m_database.query(k_unresolved);
        while (query.next())
            unresolved.push_back({query.integer(0)});
    }
    for (const auto id : unresolved) {
        const auto before = deadlines_of(m_database, id);
        replan(m_database, m_policies, id);
        add_moved(applied.moved, id, before, deadlines_of(m_database, id));
        ++applied.complaints;
    }
    return applied;
}

} // namespace reklamaatio::store
