// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.hpp"

#include "complaint/standing.hpp"
#include "store/companions.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/erased_list.hpp"
#include "store/error.hpp"
#include "store/events.hpp"
#include "store/full_text.hpp"
#include "store/ledger.hpp"
#include "store/lock.hpp"
#include "store/packs.hpp"
#include "store/projection.hpp"
#include "text/search_words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::CustomerId;
using complaint::Event;
using complaint::EventKind;
using complaint::Id;

constexpr const char* k_events_of_complaint = R"(
SELECT id FROM event WHERE complaint_id = :id AND (personal IS NOT NULL OR changes = '') ORDER BY id)";
constexpr const char* k_events_of_customer = R"(
SELECT id FROM event WHERE customer_id = :id AND (personal IS NOT NULL OR changes = '') ORDER BY id)";
constexpr const char* k_erase = "UPDATE event SET personal = NULL, salt = NULL WHERE id = :id";
constexpr const char* k_is_packed = "SELECT changes = '' FROM event WHERE id = :id";
constexpr const char* k_owner = "SELECT complaint_id, customer_id FROM event WHERE id = :id";
constexpr const char* k_erases = "SELECT 1 FROM event WHERE change_id = :id AND kind = 'erased' LIMIT 1";
constexpr const char* k_naming =
    "SELECT rowid FROM complaint_text WHERE complaint_text MATCH :words ORDER BY rowid DESC";
constexpr const char* k_empty_log = "PRAGMA wal_checkpoint(TRUNCATE)";

bool is_packed(Database& database, std::int64_t event) {
    auto query = database.query(k_is_packed);
    query.bind(":id", event);
    return query.next() && query.integer(0) != 0;
}

void add_events(Database& database, const char* sql, std::int64_t owner, std::vector<std::int64_t>& events) {
    auto query = database.query(sql);
    query.bind(":id", owner);
    while (query.next())
        events.push_back(query.integer(0));
}

// Those that say something personal, or may, as they are packed; in ascending order.
std::vector<std::int64_t> personal_events(Database& database, const CustomerScope& scope) {
    auto events = scope.handed_on;
    for (const auto id : scope.complaints)
        add_events(database, k_events_of_complaint, id.number, events);
    for (const auto id : scope.customers)
        add_events(database, k_events_of_customer, id.number, events);
    std::ranges::sort(events);
    return events;
}

// With those to whom words of theirs came.
struct Owners {
    std::set<Id> complaints;
    std::set<CustomerId> customers;
};

Owners owners_in(Database& database, const CustomerScope& scope) {
    Owners owners{{scope.complaints.begin(), scope.complaints.end()},
                  {scope.customers.begin(), scope.customers.end()}};
    for (const auto event : scope.handed_on) {
        auto query = database.query(k_owner);
        query.bind(":id", event);
        if (!query.next()) continue;
        if (const auto id = query.integer_or_none(0)) owners.complaints.insert({*id});
        if (const auto id = query.integer_or_none(1)) owners.customers.insert({*id});
    }
    return owners;
}

// Only what is in the state is in the full text.
void forget_words(Database& database, const Owners& owners) {
    for (const auto id : owners.complaints)
        if (find_complaint(database, id)) forget_words(database, id);
    for (const auto id : owners.customers)
        if (find_customer(database, id)) forget_words(database, id);
}

void bring_state(Database& database, PolicyBook& policies, Id id) {
    const auto before = find_complaint(database, id);
    const auto after = complaint::replayed<Complaint>(id, events_of(database, id));
    if (!before || !after) return; // its opening was undone
    remove_projection(database, id);
    change_complaint(database, *before, *after);
    write_projection(database, policies, id);
    learn_words(database, id);
}

void bring_state(Database& database, CustomerId id, const std::string& country) {
    const auto after = complaint::replayed<Customer>(id, events_of(database, id));
    if (!find_customer(database, id) || !after) return;
    put_customer(database, *after, country);
    learn_words(database, id);
}

template <typename Owner, typename Number>
complaint::Value erased_at(Database& database, Number id) {
    Owner owner;
    for (const auto& event : events_of(database, id))
        complaint::apply(owner, event);
    return complaint::known_field<Owner>("erased_at").get(owner);
}

Event erasure(time::Instant now, const complaint::Value& before) {
    Event event;
    event.kind = EventKind::erased;
    event.happened_at = now;
    event.changes = {{"erased_at", before, now.time_since_epoch().count()}};
    return event;
}

// What was erased and comes back with an older file is nobody's where its customer is somebody who stays.
Event erasure_of(Database& database, Id id, const CustomerScope& scope, time::Instant now) {
    auto event = erasure(now, erased_at<Complaint>(database, id));
    event.complaint = id;
    const auto complaint = find_complaint(database, id);
    if (complaint && complaint->customer
        && !std::ranges::binary_search(scope.customers, *complaint->customer))
        event.changes.insert(event.changes.begin(), {"customer_id", complaint->customer->number, {}});
    return event;
}

// As FTS5 is asked for words side by side. One word alone is too common to say who is meant.
std::string phrase_of(const std::string& text) {
    const auto words = text::search_words(text);
    return words.find(' ') == std::string::npos ? "" : '"' + words + '"';
}

std::string phrases_of(Database& database, const CustomerScope& scope) {
    std::set<std::string> phrases; // of all that they were ever called
    for (const auto id : scope.customers)
        for (const auto& event : events_of(database, id))
            for (const auto* field : {"name", "email"})
                if (const auto* change = complaint::change_of(event.changes, field))
                    phrases.insert(phrase_of(complaint::text_of(change->after)));
    phrases.erase("");
    return fmt::format("{}", fmt::join(phrases, " OR "));
}

} // namespace

void erase_texts(Database& database, const std::vector<std::int64_t>& events) {
    std::vector<std::int64_t> packed;
    for (const auto event : events)
        if (is_packed(database, event))
            packed.push_back(event);
        else
            database.query(k_erase).bind(":id", event).run();
    database.packs().erase(database, packed);
}

bool has_personal_data(Database& database, const CustomerScope& scope) {
    const auto is_personal = [&](std::int64_t event) {
        return !is_packed(database, event) || !database.packs().texts_of(database, event).personal.empty();
    };
    return std::ranges::any_of(personal_events(database, scope), is_personal);
}

void Ledger::erase(const CustomerScope& scope) {
    const auto owners = owners_in(m_database, scope);
    forget_words(m_database, owners);
    erase_texts(m_database, personal_events(m_database, scope));
    for (const auto id : scope.customers) {
        auto event = erasure(now(), erased_at<Customer>(m_database, id));
        event.customer = id;
        append(event);
    }
    for (const auto id : scope.complaints) {
        auto event = erasure_of(m_database, id, scope, now());
        append(event);
    }
    for (const auto id : owners.customers)
        bring_state(m_database, id, country());
    for (const auto id : owners.complaints)
        bring_state(m_database, m_policies, id);
}

void forget_for_good(Database& database) {
    for (const auto* table : {"complaint_text", "customer_text"})
        database.execute(std::string("INSERT INTO ") + table + " (" + table + ") VALUES ('optimize')");
}

bool erases(Database& database, std::int64_t change) {
    auto query = database.query(k_erases);
    query.bind(":id", change);
    return query.next();
}

bool clear_remains(const std::filesystem::path& path) {
    const WriterLock lock(path);
    auto database = Database::open(path, Mode::write);
    lock.check_is_in_place();
    if (auto query = database.query(k_empty_log); !query.next() || query.integer(0) != 0) return false;
    const Transaction alone(database); // other programs may write as well
    if (holds_changes(path, k_write_ahead_log)) return false;
    database.clear_free_space();
    return true;
}

void finish_erasing(const std::filesystem::path& path, std::int64_t change) {
    {
        auto database = Database::open(path, Mode::read);
        add_erased(path, change == 0 ? erased_ever(database) : erased_by(database, change));
    }
    if (!clear_remains(path))
        throw StoreError(
            ErrorKind::busy,
            fmt::format("{} still holds what was erased, since somebody has been reading {} all the while",
                        companion(path, k_write_ahead_log).string(), path.string()));
}

std::vector<Id> complaints_naming(Database& database, const CustomerScope& scope, std::int64_t most) {
    const auto phrases = phrases_of(database, scope);
    std::vector<Id> found;
    if (phrases.empty()) return found;
    auto query = database.query(k_naming);
    query.bind(":words", phrases);
    while (std::ssize(found) < most && query.next())
        if (const Id id{query.integer(0)}; !std::ranges::binary_search(scope.complaints, id))
            found.push_back(id);
    return found;
}

} // namespace reklamaatio::store
