// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures.hpp"

#include "store/rows.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// By GroupField.
constexpr std::array<std::string_view, 15> k_group_columns{
    "NULL",
    "c.kind",
    "c.priority",
    "c.harm",
    "c.category",
    "c.product",
    "c.channel",
    "c.team",
    "coalesce(c.assignee, 'team:' || c.team)",
    "c.source",
    "c.status",
    "c.cause",
    "c.outcome",
    "c.remedy",
    "(SELECT o.value FROM own_value AS o WHERE o.complaint_id = c.id AND o.name = :group)"};

// A statement for each group field, made once from constants: {0} stands for the column, {1} for the join
// with the complaint, which a figure without groups can do without.
std::string_view grouped_sql(const char* pattern, const Group& group) {
    static std::map<std::pair<const char*, GroupField>, std::string> made;
    auto& sql = made[{pattern, group.field}];
    if (sql.empty())
        sql = fmt::format(fmt::runtime(pattern), k_group_columns[static_cast<std::size_t>(group.field)],
                          group.is_none() ? "" : "CROSS JOIN complaint AS c ON c.id = d.complaint_id");
    return sql;
}

Query grouped(Database& database, const char* pattern, const Group& group) {
    auto query = database.query(grouped_sql(pattern, group));
    if (group.field == GroupField::own) query.bind(":group", group.own);
    return query;
}

// The index alone has the answer, but for the calendar of the few that are late or unmet.
constexpr const char* k_due = R"(
SELECT d.complaint_id, d.clock, d.due_at, d.met_at, d.taken_seconds, d.overrun_seconds,
       CASE WHEN d.met_at IS NULL OR d.met_at > d.due_at THEN
         (SELECT same.calendar FROM deadline AS same
          WHERE same.complaint_id = d.complaint_id AND same.clock = d.clock AND same.ordinal = d.ordinal) END, {0}, d.ordinal
FROM deadline AS d {1}
WHERE d.due_at >= :from AND d.due_at < :until AND d.cancelled_at IS NULL ORDER BY d.due_at)";

#define REKLAMAATIO_UNMET                                                                                    \
    "SELECT d.complaint_id, d.clock, d.due_at, NULL, NULL, NULL, d.calendar, {0}, d.ordinal "                \
    "FROM deadline AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id "                                 \
    "WHERE " REKLAMAATIO_OWED " "
constexpr const char* k_overdue = REKLAMAATIO_UNMET "AND d.due_at < :now ORDER BY d.due_at";
constexpr const char* k_at_risk =
    REKLAMAATIO_UNMET "AND d.due_at >= :now AND d.warn_at <= :now ORDER BY d.due_at";
constexpr const char* k_due_soon =
    REKLAMAATIO_UNMET "AND d.due_at >= :now AND d.due_at < :until ORDER BY d.due_at";
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

DueRow due_from(const Query& row) {
    return {row.integer(0),
            stored_word<complaint::Clock>(row.text(1)),
            row.instant(2),
            row.instant_or_none(3),
            row.seconds_or_none(4),
            row.seconds_or_none(5),
            row.text(6),
            row.text(7),
            row.integer(8)};
}

void take_due(Query& query, const TakeDue& take) {
    while (query.next())
        take(due_from(query));
}

constexpr const char* k_group_value = "SELECT {0} FROM complaint AS c WHERE c.id = :id";

constexpr const char* k_targets = R"(
SELECT c.received_at, {0}, c.targeted FROM complaint AS c
WHERE c.received_at >= :from AND c.received_at < :until AND c.status <> 'void')";

constexpr const char* k_first_receipt = "SELECT min(received_at) FROM complaint";

// By Movement. Resolutions are the last one, which stands in complaint, and those that were taken back.
constexpr std::array<const char*, 4> k_movements{
    R"(
SELECT c.received_at, c.received_at, {} FROM complaint AS c
WHERE c.received_at >= :from AND c.received_at < :until)",
    R"(
SELECT r.reopened_at, c.received_at, {} FROM reopening AS r JOIN complaint AS c ON c.id = r.complaint_id
WHERE r.reopened_at >= :from AND r.reopened_at < :until)",
    R"(
SELECT c.resolved_at, c.received_at, {0} FROM complaint AS c
WHERE c.resolved_at >= :from AND c.resolved_at < :until
UNION ALL
SELECT r.resolved_at, c.received_at, {0} FROM reopening AS r JOIN complaint AS c ON c.id = r.complaint_id
WHERE r.resolved_at >= :from AND r.resolved_at < :until)",
    R"(
SELECT c.voided_at, c.received_at, {} FROM complaint AS c
WHERE c.voided_at >= :from AND c.voided_at < :until AND c.resolved_at IS NULL)"};

// Those that are open now, those whose end came later, and those that were resolved later and opened again;
// each once.
constexpr const char* k_open_at = R"(
SELECT c.received_at, {0} FROM complaint AS c
WHERE c.id IN (SELECT id FROM complaint WHERE status NOT IN ('closed', 'void') AND status IN ('new', 'open', 'waiting')
               UNION SELECT id FROM complaint WHERE resolved_at >= :at
               UNION SELECT id FROM complaint WHERE voided_at >= :at
               UNION SELECT complaint_id FROM reopening WHERE resolved_at >= :at)
  AND c.received_at < :at
  AND (c.voided_at IS NULL OR c.voided_at >= :at)
  AND (c.resolved_at IS NULL OR c.resolved_at >= :at)
  AND NOT EXISTS (SELECT 1 FROM reopening AS r
                  WHERE r.complaint_id = c.id AND r.resolved_at < :at AND r.reopened_at >= :at))";

} // namespace

void read_due(Database& database, time::Instant from, time::Instant until, const Group& group,
              const TakeDue& take) {
    auto query = grouped(database, k_due, group);
    query.bind(":from", from).bind(":until", until);
    take_due(query, take);
}

void read_overdue(Database& database, time::Instant now, const Group& group, const TakeDue& take) {
    auto query = grouped(database, k_overdue, group);
    query.bind(":now", now);
    take_due(query, take);
}

void read_at_risk(Database& database, time::Instant now, const Group& group, const TakeDue& take) {
    auto query = grouped(database, k_at_risk, group);
    query.bind(":now", now);
    take_due(query, take);
}

void read_due_soon(Database& database, time::Instant now, time::Instant until, const TakeDue& take) {
    auto query = grouped(database, k_due_soon, GroupField::none);
    query.bind(":now", now).bind(":until", until);
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

std::string group_value(Database& database, const Group& group, complaint::Id id) {
    if (group.is_none()) return "";
    auto query = grouped(database, k_group_value, group);
    query.bind(":id", id.number);
    return query.next() ? query.text(0) : "";
}

void read_targets(Database& database, time::Instant from, time::Instant until, const Group& group,
                  const std::function<void(const Targets&)>& take) {
    auto query = grouped(database, k_targets, group);
    query.bind(":from", from).bind(":until", until);
    while (query.next()) {
        Targets one{query.instant(0), query.text(1), {}};
        for (std::size_t i = 0; i < one.has.size(); ++i)
            one.has[i] = (query.integer(2) >> i & 1) != 0;
        take(one);
    }
}

std::optional<time::Instant> first_receipt(Database& database) {
    auto query = database.query(k_first_receipt);
    query.next();
    return query.instant_or_none(0);
}

void read_movements(Database& database, Movement movement, time::Instant from, time::Instant until,
                    const Group& group, const std::function<void(const Moved&)>& take) {
    auto query = grouped(database, k_movements[static_cast<std::size_t>(movement)], group);
    query.bind(":from", from).bind(":until", until);
    while (query.next())
        take({query.instant(0), query.instant(1), query.text(2)});
}

void read_open_at(Database& database, time::Instant at, const Group& group,
                  const std::function<void(time::Instant, const std::string&)>& take) {
    auto query = grouped(database, k_open_at, group);
    query.bind(":at", at);
    while (query.next())
        take(query.instant(0), query.text(1));
}

} // namespace reklamaatio::store
