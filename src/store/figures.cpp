// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/figures.hpp"

#include "store/rows.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// By GroupField.
constexpr std::array<std::string_view, 11> k_group_columns{"NULL",       "c.kind",    "c.priority", "c.harm",
                                                           "c.category", "c.product", "c.channel",  "c.team",
                                                           "c.assignee", "c.source",  "c.status"};

// A statement for each group field, made once from constants: "{}" stands for the column.
std::string_view grouped(const char* pattern, GroupField group) {
    static std::map<std::pair<const char*, GroupField>, std::string> made;
    auto& sql = made[{pattern, group}];
    if (sql.empty())
        sql = fmt::format(fmt::runtime(pattern), k_group_columns[static_cast<std::size_t>(group)]);
    return sql;
}

#define REKLAMAATIO_DUE_COLUMNS                                                                              \
    "SELECT d.complaint_id, d.clock, d.started_at, d.due_at, d.warn_at, d.met_at, d.taken_seconds, "         \
    "d.overrun_seconds, d.calendar, c.status IN ('new', 'open', 'waiting'), "                                \
    "coalesce(c.assignee, 'team:' || c.team), {} "                                                           \
    "FROM deadline AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id "

constexpr const char* k_due = REKLAMAATIO_DUE_COLUMNS
    "WHERE d.due_at >= :from AND d.due_at < :until AND d.cancelled_at IS NULL ORDER BY d.due_at";
constexpr const char* k_unmet =
    REKLAMAATIO_DUE_COLUMNS "WHERE d.met_at IS NULL AND d.cancelled_at IS NULL AND d.due_at IS NOT NULL "
                            "AND c.status IN ('new', 'open', 'waiting') ORDER BY d.due_at";

#undef REKLAMAATIO_DUE_COLUMNS

std::optional<time::Seconds> length_or_none(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return time::Seconds{row.integer(column)};
}

DueRow due_from(const Query& row) {
    return {row.integer(0),
            stored_word<complaint::Clock>(row.text(1)),
            row.instant(2),
            row.instant(3),
            row.instant_or_none(4),
            row.instant_or_none(5),
            length_or_none(row, 6),
            length_or_none(row, 7),
            row.text(8),
            row.integer(9) != 0,
            row.text(10),
            row.text(11)};
}

constexpr const char* k_without_target = R"(
SELECT c.received_at, {} FROM complaint AS c
WHERE c.received_at >= :from AND c.received_at < :until AND c.status <> 'void'
  AND NOT EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = :clock))";

// By Movement. Resolutions are the last one, which stands in complaint, and those that were taken back.
constexpr std::array<const char*, 4> k_movements{
    "SELECT c.received_at, {} FROM complaint AS c WHERE c.received_at >= :from AND c.received_at < :until",
    "SELECT r.reopened_at, {} FROM reopening AS r JOIN complaint AS c ON c.id = r.complaint_id"
    " WHERE r.reopened_at >= :from AND r.reopened_at < :until",
    "SELECT c.resolved_at, {0} FROM complaint AS c WHERE c.resolved_at >= :from AND c.resolved_at < :until"
    " UNION ALL SELECT r.resolved_at, {0} FROM reopening AS r JOIN complaint AS c ON c.id = r.complaint_id"
    " WHERE r.resolved_at >= :from AND r.resolved_at < :until",
    "SELECT c.voided_at, {} FROM complaint AS c WHERE c.voided_at >= :from AND c.voided_at < :until"
    " AND c.resolved_at IS NULL"};

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

using TakeMoment = std::function<void(time::Instant, const std::string&)>;

void take_all(Query& query, const TakeMoment& take) {
    while (query.next())
        take(query.instant(0), query.text(1));
}

} // namespace

void read_due(Database& database, time::Instant from, time::Instant until, GroupField group,
              const TakeDue& take) {
    auto query = database.query(grouped(k_due, group));
    query.bind(":from", from).bind(":until", until);
    while (query.next())
        take(due_from(query));
}

void read_unmet(Database& database, GroupField group, const TakeDue& take) {
    auto query = database.query(grouped(k_unmet, group));
    while (query.next())
        take(due_from(query));
}

void read_without_target(Database& database, complaint::Clock clock, time::Instant from, time::Instant until,
                         GroupField group, const TakeMoment& take) {
    auto query = database.query(grouped(k_without_target, group));
    query.bind(":from", from).bind(":until", until).bind(":clock", complaint::word(clock));
    take_all(query, take);
}

void read_movements(Database& database, Movement movement, time::Instant from, time::Instant until,
                    GroupField group, const TakeMoment& take) {
    auto query = database.query(grouped(k_movements[static_cast<std::size_t>(movement)], group));
    query.bind(":from", from).bind(":until", until);
    take_all(query, take);
}

void read_open_at(Database& database, time::Instant at, GroupField group, const TakeMoment& take) {
    auto query = database.query(grouped(k_open_at, group));
    query.bind(":at", at);
    take_all(query, take);
}

} // namespace reklamaatio::store
