// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed.hpp"

#include "store/digest.hpp"

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

StoredEvent stored_event_from(const Query& row) {
    return {{row.integer(0),
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
