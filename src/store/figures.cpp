// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures.hpp"

#include "store/rows.hpp"
#include "store/selected.hpp"

#include <array>

namespace reklamaatio::store {

namespace {

// The index alone has the answer, but for the calendar of the few that are late or unmet.
constexpr Pattern k_due{R"(
SELECT d.complaint_id, d.clock, d.due_at, d.met_at, d.taken_seconds, d.overrun_seconds,
       CASE WHEN d.met_at IS NULL OR d.met_at > d.due_at THEN
         (SELECT same.calendar FROM deadline AS same
          WHERE same.complaint_id = d.complaint_id AND same.clock = d.clock AND same.ordinal = d.ordinal) END, {0}, d.ordinal
FROM deadline AS d {1}
WHERE d.due_at >= :from AND d.due_at < :to AND d.cancelled_at IS NULL{2} ORDER BY d.due_at)",
                        "d.due_at"};

#define REKLAMAATIO_UNMET                                                                                    \
    "SELECT d.complaint_id, d.clock, d.due_at, NULL, NULL, NULL, d.calendar, {0}, d.ordinal "                \
    "FROM deadline AS d INDEXED BY deadline_unmet CROSS JOIN complaint AS c ON c.id = d.complaint_id "       \
    "WHERE " REKLAMAATIO_OWED " "
constexpr Pattern k_overdue{REKLAMAATIO_UNMET "AND d.due_at < :now{2} ORDER BY d.due_at", "d.due_at"};
constexpr Pattern k_at_risk{
    REKLAMAATIO_UNMET "AND d.due_at >= :now AND d.warn_at <= :now{2} ORDER BY d.due_at", "d.due_at"};
constexpr Pattern k_due_soon{REKLAMAATIO_UNMET "AND d.due_at >= :now AND d.due_at < :to{2} ORDER BY d.due_at",
                             "d.due_at"};
#undef REKLAMAATIO_UNMET

// The bare column comes from the row that has the least received_at. The first condition is that of the index
// complaint_at_hand, word for word.
#define REKLAMAATIO_OLDEST                                                                                   \
    "SELECT count(*), c.id, min(c.received_at) FROM complaint AS c "                                         \
    "WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting')"
constexpr const char* k_unresolved = REKLAMAATIO_OLDEST;
constexpr const char* k_unassigned = REKLAMAATIO_OLDEST " AND c.assignee IS NULL";
#undef REKLAMAATIO_OLDEST

Oldest oldest_of(Query& query) {
    query.next();
    return {query.integer(0), query.integer_or_none(1), query.instant_or_none(2)};
}

constexpr const char* k_owner = R"(
SELECT coalesce((SELECT t.owner FROM task AS t
                 WHERE :clock = 'task' AND t.complaint_id = c.id AND t.number = :ordinal),
                c.assignee, 'team:' || c.team) FROM complaint AS c WHERE c.id = :id)";

void take_due(Selected& query, const TakeDue& take) {
    while (query.next()) {
        const auto& row = query.row();
        const auto due_at = row.instant(2);
        take({row.integer(0), stored_word<complaint::Clock>(row.text(1)), due_at, row.instant_or_none(3),
              row.seconds_or_none(4), row.seconds_or_none(5), row.text(6), query.group(7, due_at),
              row.integer(8)});
    }
}

constexpr Pattern k_targets{R"(
SELECT c.received_at, {0}, c.targeted FROM complaint AS c INDEXED BY complaint_by_receipt
WHERE c.received_at >= :from AND c.received_at < :to AND c.status <> 'void'{2})",
                            "c.received_at"};

constexpr Pattern k_extensions{R"(
SELECT d.complaint_id, {0} FROM extension AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
WHERE d.until >= :from AND d.until < :to AND (d.term IS NULL) = :own AND c.status <> 'void'{2})",
                               "d.until"};

constexpr const char* k_first_receipt = "SELECT min(received_at) FROM complaint";

// What moved in a period, in two forms: one row for each, and how many there are of each group. Resolutions are the last
// one, which stands in complaint, and those that were taken back.
struct MovementPattern {
    Movement movement;
    Pattern each, counted;
};
#define REKLAMAATIO_MOVED(column, table) " FROM " table " WHERE " column " >= :from AND " column " < :to"
#define REKLAMAATIO_MOVEMENT(column, moved)                                                                  \
    {"SELECT " column ", c.received_at, {0}" moved "{2}", column}, {                                         \
        "SELECT {0}, count(*)" moved "{2} {3}", column                                                       \
    }
#define REKLAMAATIO_RECEIVED                                                                                 \
    REKLAMAATIO_MOVED("c.received_at", "complaint AS c INDEXED BY complaint_by_receipt")
#define REKLAMAATIO_RESOLVED                                                                                 \
    REKLAMAATIO_MOVED("c.resolved_at", "complaint AS c INDEXED BY complaint_by_resolution")
#define REKLAMAATIO_VOIDED                                                                                   \
    REKLAMAATIO_MOVED("c.voided_at", "complaint AS c INDEXED BY complaint_by_voiding")                       \
    " AND c.resolved_at IS NULL"
#define REKLAMAATIO_REOPENED(column)                                                                         \
    REKLAMAATIO_MOVED(column, "reopening AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id")
constexpr std::array k_movements{
    MovementPattern{Movement::received, REKLAMAATIO_MOVEMENT("c.received_at", REKLAMAATIO_RECEIVED)},
    MovementPattern{Movement::reopened,
                    REKLAMAATIO_MOVEMENT("d.reopened_at", REKLAMAATIO_REOPENED("d.reopened_at"))},
    MovementPattern{Movement::resolved, REKLAMAATIO_MOVEMENT("c.resolved_at", REKLAMAATIO_RESOLVED)},
    MovementPattern{Movement::resolved,
                    REKLAMAATIO_MOVEMENT("d.resolved_at", REKLAMAATIO_REOPENED("d.resolved_at"))},
    MovementPattern{Movement::voided, REKLAMAATIO_MOVEMENT("c.voided_at", REKLAMAATIO_VOIDED)}};
#undef REKLAMAATIO_REOPENED
#undef REKLAMAATIO_VOIDED
#undef REKLAMAATIO_RESOLVED
#undef REKLAMAATIO_RECEIVED
#undef REKLAMAATIO_MOVEMENT
#undef REKLAMAATIO_MOVED

// Those that are open now, those whose end came later, and those that were resolved later and opened again; each once.
// However long ago it was, they are few: what was received since is left out where the indexes stand.
constexpr Pattern k_open_at{R"(
SELECT c.received_at, {0}
FROM (SELECT id FROM complaint INDEXED BY complaint_at_hand
      WHERE status NOT IN ('closed', 'void') AND status IN ('new', 'open', 'waiting')
      UNION SELECT id FROM complaint INDEXED BY complaint_by_resolution
            WHERE resolved_at >= :at AND received_at < :at
      UNION SELECT id FROM complaint INDEXED BY complaint_by_voiding WHERE voided_at >= :at
      UNION SELECT complaint_id FROM reopening WHERE resolved_at >= :at) AS held
CROSS JOIN complaint AS c ON c.id = held.id
WHERE c.received_at < :at
  AND (c.voided_at IS NULL OR c.voided_at >= :at)
  AND (c.resolved_at IS NULL OR c.resolved_at >= :at)
  AND NOT EXISTS (SELECT 1 FROM reopening AS r
                  WHERE r.complaint_id = c.id AND r.resolved_at < :at AND r.reopened_at >= :at){2})",
                            ":at"};

} // namespace

void read_due(Database& database, time::Instant from, time::Instant until, const Selection& which,
              const TakeDue& take) {
    Selected query(database, k_due, which);
    query.bind(":from", from).bind(":to", until);
    take_due(query, take);
}

void read_overdue(Database& database, time::Instant now, const Selection& which, const TakeDue& take) {
    Selected query(database, k_overdue, which);
    query.bind(":now", now);
    take_due(query, take);
}

void read_at_risk(Database& database, time::Instant now, const Selection& which, const TakeDue& take) {
    Selected query(database, k_at_risk, which);
    query.bind(":now", now);
    take_due(query, take);
}

void read_due_soon(Database& database, time::Instant now, time::Instant until, const Selection& which,
                   const TakeDue& take) {
    Selected query(database, k_due_soon, which);
    query.bind(":now", now).bind(":to", until);
    take_due(query, take);
}

Oldest unresolved(Database& database) {
    auto query = database.query(k_unresolved);
    return oldest_of(query);
}

Oldest unassigned(Database& database) {
    auto query = database.query(k_unassigned);
    return oldest_of(query);
}

std::string owner_of(Database& database, const DueRow& row) {
    auto query = database.query(k_owner);
    query.bind(":id", row.complaint).bind(":clock", complaint::word(row.clock)).bind(":ordinal", row.ordinal);
    return query.next() ? query.text(0) : "";
}

std::int64_t count_extensions(Database& database, complaint::Clock clock, time::Instant from,
                              time::Instant until, const Selection& which) {
    Selected query(database, k_extensions, which);
    query.bind(":from", from).bind(":to", until);
    query.bind(":own", std::int64_t{clock == complaint::Clock::resolution ? 1 : 0});
    std::int64_t count = 0;
    while (query.next())
        ++count;
    return count;
}

void read_targets(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Targets&)>& take) {
    Selected query(database, k_targets, which);
    query.bind(":from", from).bind(":to", until);
    while (query.next()) {
        const auto received_at = query.row().instant(0);
        Targets one{received_at, query.group(1, received_at), {}};
        for (std::size_t i = 0; i < one.has.size(); ++i)
            one.has[i] = (query.row().integer(2) >> i & 1) != 0;
        take(one);
    }
}

std::optional<time::Instant> first_receipt(Database& database) {
    auto query = database.query(k_first_receipt);
    query.next();
    return query.instant_or_none(0);
}

void read_movements(Database& database, Movement movement, time::Instant from, time::Instant until,
                    const Selection& which, const std::function<void(const Moved&)>& take) {
    for (const auto& pattern : k_movements) {
        if (pattern.movement != movement) continue;
        Selected query(database, pattern.each, which);
        query.bind(":from", from).bind(":to", until);
        while (query.next()) {
            const auto at = query.row().instant(0);
            take({at, query.row().instant(1), query.group(2, at)});
        }
    }
}

std::map<std::string, std::int64_t> count_movements(Database& database, Movement movement, time::Instant from,
                                                    time::Instant until, const Selection& which) {
    std::map<std::string, std::int64_t> numbers;
    for (const auto& pattern : k_movements) {
        if (pattern.movement != movement) continue;
        Selected query(database, pattern.counted, which);
        query.bind(":from", from).bind(":to", until).add_up(numbers);
    }
    return numbers;
}

void read_open_at(Database& database, time::Instant at, const Selection& which,
                  const std::function<void(time::Instant, const std::string&)>& take) {
    Selected query(database, k_open_at, which);
    query.bind(":at", at);
    while (query.next())
        take(query.row().instant(0), query.group(1, at));
}

} // namespace reklamaatio::store
