// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_log.hpp"

#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "policy/policy.hpp"
#include "store/error.hpp"
#include "store/projection.hpp"
#include "store/record_json.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::BadValue;
using complaint::Event;
using complaint::EventKind;

constexpr const char* k_founding =
    "SELECT max(id), (SELECT count(*) FROM complaint), (SELECT count(*) FROM customer) "
    "FROM change";
constexpr const char* k_empty = "DELETE FROM policy; DELETE FROM pack; DELETE FROM event; DELETE FROM change";
constexpr const char* k_dangling = "PRAGMA foreign_key_check";

void check_seal(const StoredEvent& event, const std::string& previous) {
    if (!holds_hash(event, previous))
        throw BadValue(
            fmt::format("event {}, or one before it, is not as it was logged", event.sealed.number));
    if (!holds_personal(event))
        throw BadValue(
            fmt::format("what a person said in event {} is not as it was logged", event.sealed.number));
}

// Changes follow each other, and take back what came before them.
void check_change(const Change& last, const Change& change) {
    if (change.number == last.number && change != last)
        throw BadValue(fmt::format("change {} is not told in the same way as before", change.number));
    if (change.number < last.number)
        throw BadValue(fmt::format("change {} comes behind change {}", change.number, last.number));
    if (change.number > last.number + 1)
        throw BadValue(fmt::format("change {} is missing before change {}", last.number + 1, change.number));
    if (change.undoes >= change.number)
        throw BadValue(fmt::format("change {} takes back change {}, which does not come before it",
                                   change.number, change.undoes));
}

Event event_of(const StoredEvent& stored) {
    Event event;
    event.number = stored.sealed.number;
    event.kind = complaint::parse_word<EventKind>(stored.sealed.kind);
    event.happened_at = time::Instant{time::Seconds{stored.sealed.happened_at}};
    event.recorded_at = stored.sealed.change.recorded_at;
    if (const auto number = stored.sealed.complaint) event.complaint = complaint::Id{*number};
    if (const auto number = stored.sealed.customer) event.customer = complaint::CustomerId{*number};
    if (const auto number = stored.sealed.action) event.action = complaint::ActionId{*number};
    from_json({stored.sealed.changes, stored.personal}, event);
    return event;
}

bool brings_into_being(const Event& event) {
    if (event.complaint) return event.kind == EventKind::opened || event.kind == EventKind::imported;
    if (event.customer) return event.kind == EventKind::customer_added;
    if (event.action) return event.kind == EventKind::action_opened;
    return event.kind == EventKind::policy_applied;
}

// The version that an event puts in force, with its text.
void restore_policy(PolicyBook& policies, const Event& event, const EventLine& line) {
    const auto* number = complaint::change_of(event.changes, complaint::k_policy_version);
    const auto* hash = complaint::change_of(event.changes, complaint::k_policy_hash);
    if (number == nullptr || hash == nullptr || !std::holds_alternative<std::int64_t>(number->after))
        throw BadValue(fmt::format("event {} does not say which policy it applies", event.number));
    const auto version = static_cast<int>(std::get<std::int64_t>(number->after));
    if (complaint::Value{PolicyBook::hash_of(line.policy)} != hash->after)
        throw BadValue(fmt::format("the text of policy {} is not the one that was applied", version));
    const auto& change = line.event.sealed.change;
    policies.add(version, change.number, change.recorded_at, line.policy,
                 policy::read(line.policy, fmt::format("policy {}", version)));
}

// What cannot be stored is not the program's fault here, but the log's.
template <typename Work>
void blaming_the_log(Work work) {
    try {
        work();
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::damaged && fault.kind() != ErrorKind::contradiction) throw;
        throw BadValue(fault.what());
    } catch (const policy::PolicyError& fault) {
        throw BadValue(fault.what());
    }
}

} // namespace

LogPlace write_event_log(Database& database, PolicyBook& policies,
                         const std::function<void(const std::string&)>& take, const LogPlace& after) {
    const auto applied = complaint::word(EventKind::policy_applied);
    std::map<std::int64_t, std::string> texts;
    for (const auto& policy : policies.texts())
        texts[policy.change] = policy.toml;
    auto row = database.query(k_stored_events);
    row.bind(":after", after.event);
    LogPlace last = after;
    while (row.next()) {
        const auto event = stored_event_from(database, row, last.hash);
        take(text_of({event, event.sealed.kind == applied ? texts[event.sealed.change.number] : ""}));
        last = {event.sealed.number, event.hash};
    }
    return last;
}

Restoration::Restoration(Database& database, PolicyBook& policies)
    : m_database(database), m_policies(policies) {
    const bool is_empty = [&] {
        auto query = database.query(k_founding);
        query.next();
        return query.integer(0) <= k_first_change && query.integer(1) == 0 && query.integer(2) == 0;
    }();
    if (!is_empty) complaint::refuse<complaint::Reason::database_in_use>(database.path());
    database.execute(k_empty);
    policies.forget();
}

// Of what an event tells there must have been told before, except where it begins.
void Restoration::check_owner(const Event& event) {
    const bool begins = brings_into_being(event);
    if (m_events == 0 && event.kind != EventKind::policy_applied)
        throw BadValue("a log begins with the policy that was in force");
    const auto owner = owner_of(event);
    if (!event.complaint && !event.customer && !event.action) return; // of the firm itself
    if (begins || m_known.contains(owner)) {
        m_known.insert(owner);
        return;
    }
    throw BadValue(fmt::format("event {} tells of {}, of which nothing was told before", event.number,
                               to_string(owner)));
}

void Restoration::take(const std::string& text) {
    const auto line = event_line_in(text);
    const auto& stored = line.event;
    if (stored.sealed.number != m_events + 1)
        throw BadValue(
            fmt::format("event {} is missing; {} is in its place", m_events + 1, stored.sealed.number));
    check_seal(stored, m_previous);
    blaming_the_log([&] {
        const auto event = event_of(stored);
        check_owner(event);
        check_change(m_change, stored.sealed.change);
        if (stored.sealed.change.number != m_change.number)
            put_stored_change(m_database, stored.sealed.change, stored.seal);
        put_stored_event(m_database, stored);
        if (event.kind == EventKind::policy_applied) restore_policy(m_policies, event, line);
    });
    m_change = stored.sealed.change;
    m_previous = stored.hash;
    ++m_events;
}

void Restoration::finish() {
    if (m_events == 0) throw BadValue("there is no event in it");
    put_log_end(m_database, {m_events, m_previous});
    blaming_the_log([&] { restore_state(m_database, m_policies); });
    // A log that breaks off in the midst of an undo may leave a complaint without its customer.
    if (m_database.query_once(k_dangling).next())
        throw BadValue("the log breaks off: it tells of something that refers to what is not there");
}

} // namespace reklamaatio::store
