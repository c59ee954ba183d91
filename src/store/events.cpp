// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.hpp"

#include "complaint/standing.hpp"
#include "store/digest.hpp"
#include "store/error.hpp"
#include "store/packs.hpp"
#include "store/record_json.hpp"
#include "store/rows.hpp"
#include "store/sealed.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

template <typename Number>
std::optional<std::int64_t> bare(const std::optional<Number>& number) {
    if (!number) return std::nullopt;
    return number->number;
}

constexpr const char* k_insert_change = "INSERT INTO change (recorded_at, actor, command, undoes) VALUES "
                                        "(:recorded_at, :actor, :command, :undoes)"
                                        " RETURNING id";

constexpr const char* k_last_event = "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1";

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
constexpr const char* k_events_of_change_back = REKLAMAATIO_EVENT_COLUMNS
    "WHERE e.change_id = :change_id AND e.id < :before ORDER BY e.id DESC LIMIT 256";
// Whoever merges something changes little else.
constexpr const char* k_first_events_of_change = REKLAMAATIO_EVENT_COLUMNS
    "WHERE e.id IN (SELECT id FROM event WHERE change_id = :change_id ORDER BY id LIMIT 1000) "
    "ORDER BY json_type(nullif(e.changes, ''), '$.merged_into') IS NULL, e.id LIMIT :most";
// Whatever else a change has done, those of the firm are looked for among these alone: its events stand side by side in the log.
#define REKLAMAATIO_OF_FIRM "e.complaint_id IS NULL AND e.customer_id IS NULL AND e.action_id IS NULL "
constexpr const char* k_events_of_firm =
    REKLAMAATIO_EVENT_COLUMNS "WHERE " REKLAMAATIO_OF_FIRM "ORDER BY e.id";
constexpr const char* k_events_of_firm_of_change = REKLAMAATIO_EVENT_COLUMNS
    "WHERE " REKLAMAATIO_OF_FIRM "AND e.id >= (SELECT min(id) FROM event WHERE change_id = :change_id) "
    "AND e.id <= (SELECT max(id) FROM event WHERE change_id = :change_id) AND +e.change_id = :change_id "
    "ORDER BY e.id";
#undef REKLAMAATIO_OF_FIRM
constexpr const char* k_policy_events =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.kind = 'policy_applied' ORDER BY e.id";
constexpr const char* k_all_events = REKLAMAATIO_EVENT_COLUMNS "ORDER BY e.id";
constexpr const char* k_events_of_complaint_back =
    REKLAMAATIO_EVENT_COLUMNS "WHERE e.complaint_id = :complaint_id ORDER BY e.id DESC";
constexpr const char* k_all_events_back = REKLAMAATIO_EVENT_COLUMNS "ORDER BY e.id DESC";

#undef REKLAMAATIO_EVENT_COLUMNS

// What an event says, and whether that was erased.
struct Said {
    EventJson json;
    bool erased = false;
};

Said said_in(Database& database, const Query& row) {
    Said said{{row.text(6), row.text(7)}, row.integer(8) != 0};
    if (!said.json.changes.empty()) return said;
    const auto& texts = database.packs().texts_of(database, row.integer(0));
    return {{texts.changes, texts.personal}, texts.personal.empty() && !texts.digest.empty()};
}

void check_owner(const complaint::Event& event) {
    const int owners =
        int{event.complaint.has_value()} + int{event.customer.has_value()} + int{event.action.has_value()};
    if (owners > 1)
        throw StoreError(ErrorKind::damaged,
                         fmt::format("event {} of the log belongs to more than one", event.number));
}

Logged logged_from(Database& database, const Query& row) {
    Logged logged;
    complaint::Event& event = logged.event;
    event.number = row.integer(0);
    event.change = row.integer(1);
    event.kind = stored_word<complaint::EventKind>(row.text(2));
    if (!row.is_null(3)) event.complaint = complaint::Id{row.integer(3)};
    if (!row.is_null(4)) event.customer = complaint::CustomerId{row.integer(4)};
    event.happened_at = row.instant(5);
    const auto said = said_in(database, row);
    event.erased = said.erased;
    event.recorded_at = row.instant(9);
    event.actor = row.text(10);
    logged.command = row.text(11);
    if (!row.is_null(12)) event.action = complaint::ActionId{row.integer(12)};
    check_owner(event);
    event.undoes = row.integer(13);
    from_json(said.json, event);
    return logged;
}

std::vector<complaint::Event> all_events(Database& database, Query& query) {
    std::vector<complaint::Event> events;
    while (query.next())
        events.push_back(logged_from(database, query).event);
    return events;
}

Query log_query(Database& database, std::optional<complaint::Id> complaint, const char* of_complaint,
                const char* of_all) {
    auto query = database.query(complaint ? of_complaint : of_all);
    if (complaint) query.bind(":complaint_id", complaint->number);
    return query;
}

// They stand side by side.
constexpr const char* k_count_of_change =
    "SELECT coalesce((SELECT max(id) FROM event WHERE change_id = :change_id)"
    " - (SELECT min(id) FROM event WHERE change_id = :change_id) + 1, 0)";

constexpr const char* k_put_head = "UPDATE log_head SET event = :event, hash = :hash";

StoredEvent sealed_event(const Change& change, complaint::Event& event, LogEnd& end) {
    event.number = end.event + 1;
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

    end = {event.number, sealed_hash(end.hash, sealed)};
    return {sealed, json.personal, salt, end.hash};
}

// The first events of complaints and customers; SQL looks into all others, and at what was merged.
bool can_be_packed(const complaint::Event& event) {
    using enum complaint::EventKind;
    const bool is_first = event.kind == imported || event.kind == opened || event.kind == customer_added;
    return is_first && complaint::change_of(event.changes, "merged_into") == nullptr;
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

LogEnd log_end(Database& database) {
    auto last = database.query(k_last_event);
    return last.next() ? LogEnd{last.integer(0), last.blob(1)} : LogEnd{};
}

void put_log_end(Database& database, const LogEnd& end) {
    database.query(k_put_head).bind(":event", end.event).bind_blob(":hash", end.hash).run();
}

void append_event(Database& database, const Change& change, complaint::Event& event, LogEnd& end) {
    put_stored_event(database, sealed_event(change, event, end));
}

void append_to_pack(Database& database, const Change& change, complaint::Event& event, LogEnd& end) {
    auto sealed = sealed_event(change, event, end);
    if (can_be_packed(event))
        put_packed_event(database, std::move(sealed));
    else
        put_stored_event(database, sealed);
}

std::int64_t last_event(Database& database) {
    return log_end(database).event;
}

std::vector<complaint::Event> events_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_events_of_complaint);
    query.bind(":complaint_id", complaint.number);
    return all_events(database, query);
}

std::vector<complaint::Event> standing_events_of(Database& database, complaint::Id complaint) {
    auto events = complaint::standing(events_of(database, complaint));
    if (!events.empty()) return events;
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged (its log tells nothing of {}); restore a backup",
                                 database.path(), to_string(complaint)));
}

std::vector<complaint::Event> events_of(Database& database, complaint::CustomerId customer) {
    auto query = database.query(k_events_of_customer);
    query.bind(":customer_id", customer.number);
    return all_events(database, query);
}

std::vector<complaint::Event> events_of(Database& database, complaint::ActionId action) {
    auto query = database.query(k_events_of_action);
    query.bind(":action_id", action.number);
    return all_events(database, query);
}

std::vector<complaint::Event> events_of_change(Database& database, std::int64_t change) {
    auto query = database.query(k_events_of_change);
    query.bind(":change_id", change);
    return all_events(database, query);
}

std::vector<complaint::Event> first_events_of_change(Database& database, std::int64_t change,
                                                     std::int64_t most) {
    auto query = database.query(k_first_events_of_change);
    query.bind(":change_id", change).bind(":most", most);
    return all_events(database, query);
}

std::int64_t count_events_of_change(Database& database, std::int64_t change) {
    auto query = database.query(k_count_of_change);
    query.bind(":change_id", change);
    query.next();
    return query.integer(0);
}

void read_change_back(Database& database, std::int64_t change,
                      const std::function<void(const complaint::Event&)>& take) {
    auto before = last_event(database) + 1;
    const auto next = [&] {
        auto query = database.query(k_events_of_change_back);
        query.bind(":change_id", change).bind(":before", before);
        return all_events(database, query);
    };
    for (auto some = next(); !some.empty(); some = next()) {
        before = some.back().number;
        std::ranges::for_each(some, take);
    }
}

std::vector<complaint::Event> events_of_firm(Database& database) {
    auto query = database.query(k_events_of_firm);
    return all_events(database, query);
}

std::vector<complaint::Event> events_of_firm(Database& database, std::int64_t change) {
    auto query = database.query(k_events_of_firm_of_change);
    query.bind(":change_id", change);
    return all_events(database, query);
}

std::vector<complaint::Event> policy_events(Database& database) {
    auto query = database.query(k_policy_events);
    return all_events(database, query);
}

void read_log(Database& database, std::optional<complaint::Id> complaint,
              const std::function<void(const Logged&)>& take) {
    auto query = log_query(database, complaint, k_events_of_complaint, k_all_events);
    while (query.next())
        take(logged_from(database, query));
}

void read_log_back(Database& database, std::optional<complaint::Id> complaint,
                   const std::function<bool(const Logged&)>& take) {
    auto query = log_query(database, complaint, k_events_of_complaint_back, k_all_events_back);
    while (query.next() && take(logged_from(database, query))) {
    }
}

} // namespace reklamaatio::store
