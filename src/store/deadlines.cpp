// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadlines.hpp"

#include "store/rows.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Reopening;
using rulebook::Deadline;

constexpr const char* k_of_complaint = R"(
SELECT clock, ordinal, started_at, due_at, warn_at, met_at, cancelled_at, left_seconds, taken_seconds, overrun_seconds,
       target, sla, calendar, policy, missed_at, silence
FROM deadline WHERE complaint_id = :complaint_id)";

Deadline deadline_from(const Query& row) {
    Deadline deadline;
    deadline.clock = stored_word<complaint::Clock>(row.text(0));
    deadline.ordinal = row.small_integer(1);
    deadline.started_at = row.instant(2);
    deadline.due_at = row.instant_or_none(3);
    deadline.warn_at = row.instant_or_none(4);
    deadline.met_at = row.instant_or_none(5);
    deadline.cancelled_at = row.instant_or_none(6);
    deadline.left = row.seconds_or_none(7);
    deadline.taken = row.seconds_or_none(8);
    deadline.overrun = row.seconds_or_none(9);
    deadline.target = target_text_in(row, 10, deadline.clock);
    deadline.sla = row.text(11);
    deadline.calendar = row.text(12);
    deadline.policy = row.small_integer(13);
    deadline.missed_at = row.instant_or_none(14);
    deadline.silence = word_or_none<complaint::Silence>(row, 15);
    return deadline;
}

constexpr const char* k_calendar = R"(
SELECT calendar FROM deadline WHERE complaint_id = :complaint_id AND clock = :clock AND due_at = :due_at)";

#define REKLAMAATIO_ROW                                                                                      \
    " INTO deadline (complaint_id, clock, ordinal, started_at, due_at, warn_at, met_at, cancelled_at, "      \
    "left_seconds, taken_seconds, overrun_seconds, target, sla, calendar, policy, missed_at, silence) "      \
    "VALUES (:complaint_id, :clock, :ordinal, :started_at, :due_at, :warn_at, :met_at, :cancelled_at, "      \
    ":left_seconds, :taken_seconds, :overrun_seconds, :target, :sla, :calendar, :policy, :missed_at, "       \
    ":silence)"
// To add costs less than to put: nothing has to be kept for the case that it replaces something.
constexpr const char* k_add = "INSERT" REKLAMAATIO_ROW;
constexpr const char* k_put = "INSERT OR REPLACE" REKLAMAATIO_ROW;
#undef REKLAMAATIO_ROW

std::optional<std::int64_t> seconds(const std::optional<time::Seconds>& length) {
    if (!length) return std::nullopt;
    return length->count();
}

void write(Database& database, const char* sql, complaint::Id complaint, const Deadline& deadline) {
    auto query = database.query(sql);
    query.bind(":complaint_id", complaint.number).bind(":clock", complaint::word(deadline.clock));
    query.bind(":ordinal", std::int64_t{deadline.ordinal}).bind(":started_at", deadline.started_at);
    query.bind(":due_at", deadline.due_at)
        .bind(":warn_at", deadline.warn_at)
        .bind(":met_at", deadline.met_at);
    query.bind(":cancelled_at", deadline.cancelled_at).bind(":left_seconds", seconds(deadline.left));
    query.bind(":taken_seconds", seconds(deadline.taken)).bind(":overrun_seconds", seconds(deadline.overrun));
    query.bind(":target", deadline.target).bind(":sla", deadline.sla).bind(":calendar", deadline.calendar);
    query.bind(":policy", std::int64_t{deadline.policy}).bind(":missed_at", deadline.missed_at);
    query.bind(":silence",
               deadline.silence ? std::optional(complaint::word(*deadline.silence)) : std::nullopt);
    query.run();
}

constexpr const char* k_delete =
    "DELETE FROM deadline WHERE complaint_id = :complaint_id AND clock = :clock AND ordinal = :ordinal";

void remove(Database& database, complaint::Id complaint, const Deadline& deadline) {
    auto query = database.query(k_delete);
    query.bind(":complaint_id", complaint.number).bind(":clock", complaint::word(deadline.clock));
    query.bind(":ordinal", std::int64_t{deadline.ordinal}).run();
}

bool same_row(const Deadline& a, const Deadline& b) {
    return a.clock == b.clock && a.ordinal == b.ordinal;
}

constexpr const char* k_reopenings =
    "SELECT resolved_at, reopened_at, ordinal, by_appeal FROM reopening WHERE "
    "complaint_id = :complaint_id ORDER BY ordinal";
constexpr const char* k_delete_reopenings = "DELETE FROM reopening WHERE complaint_id = :complaint_id";
constexpr const char* k_insert_reopening = R"(
INSERT INTO reopening (complaint_id, ordinal, resolved_at, reopened_at, by_appeal)
VALUES (:complaint_id, :ordinal, :resolved_at, :reopened_at, :by_appeal))";

} // namespace

std::vector<Deadline> deadlines_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    std::vector<Deadline> deadlines;
    while (query.next())
        deadlines.push_back(deadline_from(query));
    std::ranges::sort(deadlines, {}, [](const Deadline& d) { return std::pair{d.clock, d.ordinal}; });
    return deadlines;
}

std::string calendar_of_deadline(Database& database, complaint::Id complaint, complaint::Clock clock,
                                 time::Instant due_at) {
    auto query = database.query(k_calendar);
    query.bind(":complaint_id", complaint.number)
        .bind(":clock", complaint::word(clock))
        .bind(":due_at", due_at);
    return query.next() ? query.text(0) : "";
}

void add_deadlines(Database& database, complaint::Id complaint, const std::vector<Deadline>& plan) {
    for (const auto& deadline : plan)
        write(database, k_add, complaint, deadline);
}

void put_deadlines(Database& database, complaint::Id complaint, const std::vector<Deadline>& plan) {
    const auto stored = deadlines_of(database, complaint);
    for (const auto& row : stored)
        if (std::ranges::none_of(plan, [&](const Deadline& d) { return same_row(d, row); }))
            remove(database, complaint, row);
    for (const auto& deadline : plan)
        if (std::ranges::find(stored, deadline) == stored.end()) write(database, k_put, complaint, deadline);
}

std::vector<Reopening> reopenings_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_reopenings);
    query.bind(":complaint_id", complaint.number);
    std::vector<Reopening> found;
    while (query.next()) {
        found.push_back({query.instant(0), query.instant(1), query.integer(3) != 0});
        if (query.integer(2) != std::ssize(found))
            throw StoreError(ErrorKind::damaged, fmt::format("a reopening of {} is missing; restore a backup",
                                                             to_string(complaint)));
        if (query.integer(3) != 0 && query.integer(3) != 1)
            throw StoreError(
                ErrorKind::damaged,
                fmt::format("a reopening of {} is neither by an appeal nor not; restore a backup",
                            to_string(complaint)));
    }
    return found;
}

void put_reopenings(Database& database, complaint::Id complaint, const std::vector<Reopening>& reopenings) {
    database.query(k_delete_reopenings).bind(":complaint_id", complaint.number).run();
    std::int64_t ordinal = 0;
    for (const auto& reopening : reopenings) {
        auto query = database.query(k_insert_reopening);
        query.bind(":complaint_id", complaint.number).bind(":ordinal", ++ordinal);
        query.bind(":by_appeal", std::int64_t{reopening.by_appeal});
        query.bind(":resolved_at", reopening.resolved_at).bind(":reopened_at", reopening.reopened_at).run();
    }
}

} // namespace reklamaatio::store
