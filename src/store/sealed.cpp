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
INSERT INTO change (id, recorded_at, actor, command, undoes, seal)
VALUES (:id, :recorded_at, :actor, :command, nullif(:undoes, 0), :seal))";

// What a packed event says is in its pack alone.
[[noreturn]] void throw_of_two_minds(std::int64_t event) {
    throw StoreError(ErrorKind::damaged,
                     fmt::format("event {} of the log says something, and is packed", event));
}

constexpr const char* k_last_known_hash =
    "SELECT id, hash FROM event WHERE id <= :event AND hash <> x'' ORDER BY id DESC LIMIT 1";

} // namespace

const char* const k_stored_events = R"(
SELECT e.id, e.change_id, e.kind, e.complaint_id, e.customer_id, e.happened_at, e.changes, e.personal, e.salt, e.digest,
       e.hash, c.recorded_at, c.actor, c.command, e.action_id, coalesce(c.undoes, 0), c.seal
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
    if (event.personal.empty()) return event.salt.empty();
    return digest(event.salt + event.personal) == event.sealed.digest;
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
                      row.blob(10),
                      row.blob(16)};
    if (!event.sealed.changes.empty()) return event;
    if (!row.is_null(7) || !row.is_null(8) || !row.is_null(9)) throw_of_two_minds(event.sealed.number);
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

void put_stored_change(Database& database, const Change& change, const std::string& seal) {
    auto query = database.query(k_insert_change);
    query.bind(":id", change.number).bind(":recorded_at", change.recorded_at);
    query.bind(":actor", change.actor).bind(":command", change.command).bind(":undoes", change.undoes);
    if (!seal.empty()) query.bind_blob(":seal", seal);
    query.run();
}

} // namespace reklamaatio::store
