// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.hpp"

#include "store/digest.hpp"
#include "store/error.hpp"
#include "store/record_json.hpp"
#include "store/rows.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// Everything of an event row that its hash covers, besides the hash before it. Personal text is covered by
// its salted digest, so that it can be erased and the chain still holds.
struct Sealed {
    std::int64_t number = 0;
    Change change;
    std::string kind;
    std::optional<std::int64_t> complaint;
    std::optional<std::int64_t> customer;
    std::optional<std::int64_t> action;
    std::int64_t happened_at = 0;
    std::string changes;
    std::string digest;
};

std::string sealed_hash(const std::string& previous, const Sealed& event) {
    std::string bytes = previous;
    // Lengths in front: no two different rows give the same bytes.
    const auto add = [&bytes](std::string_view part) {
        bytes.append(std::to_string(part.size())).append(":").append(part).append(",");
    };
    const auto add_number = [&](std::optional<std::int64_t> number) {
        add(number ? std::to_string(*number) : "");
    };
    add_number(event.number);
    add_number(event.change.number);
    add_number(event.change.recorded_at.time_since_epoch().count());
    add(event.change.actor);
    add(event.change.command);
    add_number(event.change.undoes);
    add(event.kind);
    add_number(event.complaint);
    add_number(event.customer);
    add_number(event.action);
    add_number(event.happened_at);
    add(event.changes);
    add(event.digest);
    return digest(bytes);
}

template <typename Number>
std::optional<std::int64_t> bare(const std::optional<Number>& number) {
    if (!number) return std::nullopt;
    return number->number;
}

constexpr const char* k_insert_change = "INSERT INTO change (recorded_at, actor, command, undoes) VALUES "
                                        "(:recorded_at, :actor, :command, :undoes)"
                                        " RETURNING id";

constexpr const char* k_last_event = "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1";

constexpr const char* k_insert_event = R"(
INSERT INTO event (id, change_id, kind, complaint_id, customer_id, action_id, happened_at, changes, personal, salt, digest,
                   hash)
VALUES (:id, :change_id, :kind, :complaint_id, :customer_id, :action_id, :happened_at, :changes, :personal, :salt,
        :digest, :hash))";

#define REKLAMAATIO_EVENT_COLUMNS                                                                            \
    "SELECT e.id, e.change_id, e.kind, e.complaint_id, e.customer_id, e.happened_at, e.changes, "            \
    "e.personal, "                                                                                           \
    "e.digest IS NOT NULL AND e.personal IS NULL, c.recorded_at, c.actor, c.command, "                       \
    "e.action_id, coalesce(c.undoes, 0) "                                                                    \
    "FROM event AS e JOIN change AS c ON c.id = e.change_id "

constexpr const char* k_events_of_complaint =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.complaint_id = :complaint_id ORDER BY e.id";
constexpr const char* k_events_of_customer =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.customer_id = :customer_id ORDER BY e.id";
constexpr const char* k_events_of_action =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.action_id = :action_id ORDER BY e.id";
constexpr const char* k_events_of_change =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.change_id = :change_id ORDER BY e.id";
constexpr const char* k_policy_events =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.kind = 'policy_applied' ORDER BY e.id";
constexpr const char* k_all_events = REKLAMAATIO_EVENT_COLUMNS "ORDER BY e.id";

#undef REKLAMAATIO_EVENT_COLUMNS

Logged logged_from(const Query& row) {
    Logged logged;
    complaint::Event& event = logged.event;
    event.number = row.integer(0);
    event.change = row.integer(1);
    event.kind = stored_word<complaint::EventKind>(row.text(2));
    if (!row.is_null(3)) event.complaint = complaint::Id{row.integer(3)};
    if (!row.is_null(4)) event.customer = complaint::CustomerId{row.integer(4)};
    event.happened_at = row.instant(5);
    event.erased = row.integer(8) != 0;
    event.recorded_at = row.instant(9);
    event.actor = row.text(10);
    logged.command = row.text(11);
    if (!row.is_null(12)) event.action = complaint::ActionId{row.integer(12)};
    event.undoes = row.integer(13);
    from_json({row.text(6), row.text(7)}, event);
    return logged;
}

std::vector<complaint::Event> all_events(Query& query) {
    std::vector<complaint::Event> events;
    while (query.next())
        events.push_back(logged_from(query).event);
    return events;
}

constexpr const char* k_chain = R"(
SELECT e.id, e.change_id, e.kind, e.complaint_id, e.customer_id, e.happened_at, e.changes, e.personal, e.salt, e.digest,
       e.hash, c.recorded_at, c.actor, c.command, e.action_id, coalesce(c.undoes, 0)
FROM event AS e JOIN change AS c ON c.id = e.change_id ORDER BY e.id)";

Sealed sealed_from(const Query& row) {
    return {row.integer(0),
            {row.integer(1), row.instant(11), row.text(12), row.text(13), row.integer(15)},
            row.text(2),
            row.integer_or_none(3),
            row.integer_or_none(4),
            row.integer_or_none(14),
            row.integer(5),
            row.text(6),
            row.blob(9)};
}

} // namespace

void begin_change(Database& database, Change& change) {
    auto query = database.query(k_insert_change);
    query.bind(":recorded_at", change.recorded_at)
        .bind(":actor", change.actor)
        .bind(":command", change.command);
    query.bind(":undoes", change.undoes == 0 ? std::nullopt : std::optional(change.undoes));
    query.next();
    change.number = query.integer(0);
}

void append_event(Database& database, const Change& change, complaint::Event& event) {
    std::string previous;
    event.number = 1;
    if (auto last = database.query(k_last_event); last.next()) {
        event.number = last.integer(0) + 1;
        previous = last.blob(1);
    }
    event.change = change.number;
    event.recorded_at = change.recorded_at;
    event.actor = change.actor;
    event.undoes = change.undoes;

    const EventJson json = to_json(event);
    const std::string salt = json.personal.empty() ? "" : new_salt();
    const std::string seal = json.personal.empty() ? "" : digest(salt + json.personal);
    const Sealed sealed{event.number,
                        change,
                        std::string(complaint::word(event.kind)),
                        bare(event.complaint),
                        bare(event.customer),
                        bare(event.action),
                        event.happened_at.time_since_epoch().count(),
                        json.changes,
                        seal};

    auto query = database.query(k_insert_event);
    query.bind(":id", event.number).bind(":change_id", change.number).bind(":kind", sealed.kind);
    query.bind(":complaint_id", sealed.complaint).bind(":customer_id", sealed.customer);
    query.bind(":action_id", sealed.action);
    query.bind(":happened_at", event.happened_at).bind(":changes", json.changes);
    if (!json.personal.empty())
        query.bind(":personal", json.personal).bind_blob(":salt", salt).bind_blob(":digest", seal);
    query.bind_blob(":hash", sealed_hash(previous, sealed));
    query.run();
}

std::int64_t last_event(Database& database) {
    auto last = database.query(k_last_event);
    return last.next() ? last.integer(0) : 0;
}

std::vector<complaint::Event> events_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_events_of_complaint);
    query.bind(":complaint_id", complaint.number);
    return all_events(query);
}

std::vector<complaint::Event> events_of(Database& database, complaint::CustomerId customer) {
    auto query = database.query(k_events_of_customer);
    query.bind(":customer_id", customer.number);
    return all_events(query);
}

std::vector<complaint::Event> events_of(Database& database, complaint::ActionId action) {
    auto query = database.query(k_events_of_action);
    query.bind(":action_id", action.number);
    return all_events(query);
}

std::vector<complaint::Event> events_of_change(Database& database, std::int64_t change) {
    auto query = database.query(k_events_of_change);
    query.bind(":change_id", change);
    return all_events(query);
}

std::vector<complaint::Event> policy_events(Database& database) {
    auto query = database.query(k_policy_events);
    return all_events(query);
}

void read_log(Database& database, std::optional<complaint::Id> complaint,
              const std::function<void(const Logged&)>& take) {
    auto query = database.query(complaint ? k_events_of_complaint : k_all_events);
    if (complaint) query.bind(":complaint_id", complaint->number);
    while (query.next())
        take(logged_from(query));
}

std::vector<std::string> faults_of_chain(Database& database) {
    std::vector<std::string> faults;
    std::string previous;
    std::int64_t expected = 1;
    auto row = database.query(k_chain);
    while (row.next()) {
        const Sealed sealed = sealed_from(row);
        if (sealed.number != expected)
            faults.push_back(fmt::format("the log lacks event {}", expected));
        else if (sealed_hash(previous, sealed) != row.blob(10))
            faults.push_back(fmt::format("event {} of the log was changed, or one before it", sealed.number));
        if (!row.is_null(7) && digest(row.blob(8) + row.text(7)) != sealed.digest)
            faults.push_back(
                fmt::format("what a person said in event {} of the log was changed", sealed.number));
        previous = row.blob(10);
        expected = sealed.number + 1;
    }
    return faults;
}

} // namespace reklamaatio::store
