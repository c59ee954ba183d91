// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed.hpp"

#include "store/digest.hpp"
#include "store/error.hpp"
#include "store/packs.hpp"

#include <utility>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_insert_event = R"(
INSERT INTO event (id, change_id, kind, complaint_id, customer_id, action_id, happened_at, changes, personal, salt, digest,
                   hash)
VALUES (:id, :change_id, :kind, :complaint_id, :customer_id, :action_id, :happened_at, :changes, :personal, :salt,
        :digest, :hash))";
constexpr const char* k_insert_change = R"(
INSERT INTO change (id, recorded_at, actor, command, undoes)
VALUES (:id, :recorded_at, :actor, :command, nullif(:undoes, 0)))";

constexpr const char* k_head = "SELECT event, hash FROM log_head";

// Of an event that follows the one whose hash is `previous`; or of which nothing is known, where that is empty.
void add_faults(std::vector<std::string>& faults, const StoredEvent& event, const std::string& previous) {
    const auto number = event.sealed.number;
    const bool is_known = number == 1 || !previous.empty();
    if (is_known && !holds_hash(event, previous))
        faults.push_back(fmt::format("event {} of the log, or one before it, was changed", number));
    if (!holds_personal(event))
        faults.push_back(fmt::format("what a person said in event {} of the log was changed", number));
}

// Nothing, with a fault, where what it says is lost.
std::optional<StoredEvent> event_or_fault(std::vector<std::string>& faults, Database& database,
                                          const Query& row, const std::string& previous) {
    try {
        return stored_event_from(database, row, previous);
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::damaged) throw;
        faults.emplace_back(fault.what());
        return std::nullopt;
    }
}

constexpr const char* k_last_known_hash =
    "SELECT id, hash FROM event WHERE id <= :event AND hash <> x'' ORDER BY id DESC LIMIT 1";

} // namespace

const char* const k_stored_events = R"(
SELECT e.id, e.change_id, e.kind, e.complaint_id, e.customer_id, e.happened_at, e.changes, e.personal, e.salt, e.digest,
       e.hash, c.recorded_at, c.actor, c.command, e.action_id, coalesce(c.undoes, 0)
FROM event AS e JOIN change AS c ON c.id = e.change_id WHERE e.id > :after ORDER BY e.id)";

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

bool holds_hash(const StoredEvent& event, const std::string& previous) {
    return sealed_hash(previous, event.sealed) == event.hash;
}

bool holds_personal(const StoredEvent& event) {
    return event.personal.empty() || digest(event.salt + event.personal) == event.sealed.digest;
}

StoredEvent stored_event_from(Database& database, const Query& row, const std::string& previous) {
    StoredEvent event{{row.integer(0),
                       {row.integer(1), row.instant(11), row.text(12), row.text(13), row.integer(15)},
                       row.text(2),
                       row.integer_or_none(3),
                       row.integer_or_none(4),
                       row.integer_or_none(14),
                       row.integer(5),
                       row.text(6),
                       row.blob(9)},
                      row.text(7),
                      row.blob(8),
                      row.blob(10)};
    if (!event.sealed.changes.empty()) return event;
    const auto& texts = database.packs().texts_of(database, event.sealed.number);
    event.sealed.changes = texts.changes;
    event.sealed.digest = digest_of(texts);
    event.personal = texts.personal;
    event.salt = texts.salt;
    if (event.hash.empty()) event.hash = sealed_hash(previous, event.sealed);
    return event;
}

std::string hash_of_event(Database& database, std::int64_t event) {
    LogEnd last;
    {
        auto known = database.query(k_last_known_hash);
        known.bind(":event", event);
        if (known.next()) last = {known.integer(0), known.blob(1)};
    }
    auto row = database.query(k_stored_events);
    row.bind(":after", last.event);
    while (last.event < event && row.next())
        last = {row.integer(0), stored_event_from(database, row, last.hash).hash};
    return last.event == event ? last.hash : "";
}

std::vector<std::string> faults_of_chain(Database& database) {
    std::vector<std::string> faults;
    LogEnd last;
    auto row = database.query(k_stored_events);
    row.bind(":after", last.event);
    while (row.next()) {
        if (row.integer(0) != last.event + 1) {
            faults.push_back(fmt::format("the log lacks event {}", last.event + 1));
            last.hash.clear();
        }
        const auto event = event_or_fault(faults, database, row, last.hash);
        if (event) add_faults(faults, *event, last.hash);
        last = {row.integer(0), event ? event->hash : ""};
    }
    auto head = database.query(k_head);
    head.next();
    if (head.integer(0) != last.event || head.blob(1) != last.hash)
        faults.push_back(fmt::format("the log ends with event {}, but event {} was the last one logged",
                                     last.event, head.integer(0)));
    return faults;
}

void put_packed_event(Database& database, StoredEvent event) {
    EventTexts texts{std::exchange(event.sealed.changes, ""), std::exchange(event.personal, ""),
                     std::exchange(event.salt, ""), std::exchange(event.sealed.digest, ""),
                     std::exchange(event.hash, "")};
    put_stored_event(database, event);
    database.packs().add(database, event.sealed.number, std::move(texts));
}

void put_stored_event(Database& database, const StoredEvent& event) {
    const Sealed& sealed = event.sealed;
    auto query = database.query(k_insert_event);
    query.bind(":id", sealed.number).bind(":change_id", sealed.change.number).bind(":kind", sealed.kind);
    query.bind(":complaint_id", sealed.complaint).bind(":customer_id", sealed.customer);
    query.bind(":action_id", sealed.action);
    query.bind(":happened_at", sealed.happened_at).bind(":changes", sealed.changes);
    if (!event.personal.empty()) query.bind(":personal", event.personal).bind_blob(":salt", event.salt);
    if (!sealed.digest.empty()) query.bind_blob(":digest", sealed.digest);
    query.bind_blob(":hash", event.hash);
    query.run();
}

void put_stored_change(Database& database, const Change& change) {
    auto query = database.query(k_insert_change);
    query.bind(":id", change.number).bind(":recorded_at", change.recorded_at);
    query.bind(":actor", change.actor).bind(":command", change.command).bind(":undoes", change.undoes).run();
}

} // namespace reklamaatio::store
