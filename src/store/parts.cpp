// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parts.hpp"

#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::AlertRecord;
using complaint::Appeal;
using complaint::Extension;
using complaint::Offer;
using complaint::Promise;
using complaint::StepRecord;
using complaint::Task;

// The statements for one kind of part, made once from its table of fields.
struct Statements {
    std::string fields;
    std::string select;
    std::string put;
    std::string remove;
    std::string clear;
};

template <typename T>
constexpr std::string_view k_table = "";
template <>
constexpr std::string_view k_table<StepRecord> = "step";
template <>
constexpr std::string_view k_table<Promise> = "promise";
template <>
constexpr std::string_view k_table<Offer> = "offer";
template <>
constexpr std::string_view k_table<AlertRecord> = "alert";
template <>
constexpr std::string_view k_table<Task> = "task";
template <>
constexpr std::string_view k_table<Appeal> = "appeal";
template <>
constexpr std::string_view k_table<Extension> = "extension";

template <typename T>
const Statements& statements() {
    static const Statements made = [] {
        std::vector<std::string> names;
        std::vector<std::string> parameters;
        for (const auto& field : complaint::fields_of<T>()) {
            names.emplace_back(field.name);
            parameters.push_back(fmt::format(":{}", field.name));
        }
        const auto fields = fmt::format("{}", fmt::join(names, ", "));
        const auto values = fmt::format("{}", fmt::join(parameters, ", "));
        const auto table = k_table<T>;
        return Statements{
            fields,
            fmt::format("SELECT number, {} FROM {} WHERE complaint_id = :complaint_id ORDER BY number",
                        fields, table),
            fmt::format(
                "INSERT OR REPLACE INTO {} (complaint_id, number, {}) VALUES (:complaint_id, :number, {})",
                table, fields, values),
            fmt::format("DELETE FROM {} WHERE complaint_id = :complaint_id AND number = :number", table),
            fmt::format("DELETE FROM {} WHERE complaint_id = :complaint_id", table)};
    }();
    return made;
}

template <typename T>
T part_from(const Query& row) {
    T part;
    part.number = row.integer(0);
    set_fields_from(row, 1, part, fmt::format("{} {}", k_table<T>, part.number));
    return part;
}

template <typename T>
std::vector<T> parts_from(Query& query) {
    std::vector<T> parts;
    while (query.next())
        parts.push_back(part_from<T>(query));
    return parts;
}

template <typename T>
std::vector<T> read_parts(Database& database, complaint::Id complaint) {
    auto query = database.query(statements<T>().select);
    query.bind(":complaint_id", complaint.number);
    return parts_from<T>(query);
}

template <typename T>
bool holds_parts(Database& database, complaint::Id complaint, const std::vector<T>& parts) {
    auto query = database.query(statements<T>().select);
    query.bind(":complaint_id", complaint.number);
    for (const auto& part : parts)
        if (!query.next() || query.integer(0) != part.number || !differing_fields(query, 1, part).empty())
            return false;
    return !query.next();
}

template <typename T>
void put_part(Database& database, complaint::Id complaint, const std::vector<T>& parts, std::int64_t number) {
    const auto part = std::ranges::find(parts, number, &T::number);
    auto query = database.query(part == parts.end() ? statements<T>().remove : statements<T>().put);
    query.bind(":complaint_id", complaint.number).bind(":number", number);
    if (part != parts.end()) {
        int position = 2;
        for (const auto& field : complaint::fields_of<T>())
            query.bind_at(++position, field.get(*part));
    }
    query.run();
}

} // namespace

complaint::Procedure procedure_of(Database& database, complaint::Id complaint) {
    return {read_parts<StepRecord>(database, complaint), read_parts<Promise>(database, complaint),
            read_parts<Offer>(database, complaint),      alerts_of(database, complaint),
            read_parts<Task>(database, complaint),       read_parts<Appeal>(database, complaint),
            read_parts<Extension>(database, complaint)};
}

Task known_task(Database& database, complaint::Id complaint, std::int64_t number) {
    for (auto& task : read_parts<Task>(database, complaint))
        if (task.number == number) return std::move(task);
    throw_gone(database, fmt::format("task T{} of {}", number, to_string(complaint)));
}

bool holds_procedure(Database& database, complaint::Id complaint, const complaint::Procedure& procedure) {
    return holds_parts(database, complaint, procedure.steps)
           && holds_parts(database, complaint, procedure.promises)
           && holds_parts(database, complaint, procedure.offers)
           && holds_parts(database, complaint, procedure.alerts)
           && holds_parts(database, complaint, procedure.tasks)
           && holds_parts(database, complaint, procedure.appeals)
           && holds_parts(database, complaint, procedure.extensions);
}

void put_parts(Database& database, complaint::Id complaint, const complaint::Procedure& after,
               const std::vector<complaint::PartChange>& changes) {
    for (const auto& change : changes) {
        switch (change.part) {
        case complaint::Part::step:
            put_part(database, complaint, after.steps, change.number);
            break;
        case complaint::Part::promise:
            put_part(database, complaint, after.promises, change.number);
            break;
        case complaint::Part::offer:
            put_part(database, complaint, after.offers, change.number);
            break;
        case complaint::Part::alert:
            put_part(database, complaint, after.alerts, change.number);
            break;
        case complaint::Part::task:
            put_part(database, complaint, after.tasks, change.number);
            break;
        case complaint::Part::appeal:
            put_part(database, complaint, after.appeals, change.number);
            break;
        case complaint::Part::extension:
            put_part(database, complaint, after.extensions, change.number);
            break;
        }
    }
}

std::vector<AlertRecord> alerts_of(Database& database, complaint::Id complaint) {
    return read_parts<AlertRecord>(database, complaint);
}

std::vector<AlertRecord> alerts_of(Database& database, complaint::ActionId action) {
    complaint::Procedure procedure;
    for (const auto& event : complaint::standing(events_of(database, action)))
        complaint::apply(procedure, event);
    return procedure.alerts;
}

std::vector<AlertRecord> surge_alerts(Database& database, time::Instant day) {
    static const std::string select =
        fmt::format("SELECT number, {} FROM {} WHERE level = 'surge' AND due_at = :due_at ORDER BY number",
                    statements<AlertRecord>().fields, k_table<AlertRecord>);
    auto query = database.query(select);
    query.bind(":due_at", day);
    return parts_from<AlertRecord>(query);
}

std::vector<TaskOf> tasks_of_all(Database& database, bool all) {
    const auto selecting = [](std::string_view where) {
        return fmt::format("SELECT number, {}, complaint_id, (SELECT d.calendar FROM deadline AS d WHERE "
                           "d.complaint_id = t.complaint_id AND d.clock = 'task' AND d.ordinal = t.number) "
                           "FROM {} AS t {}"
                           "ORDER BY due_at IS NULL, due_at, complaint_id, number",
                           statements<Task>().fields, k_table<Task>, where);
    };
    // The first two conditions are those of the index task_open.
    static const std::string select = selecting("");
    static const std::string select_open =
        selecting("WHERE done_at IS NULL AND dropped_at IS NULL "
                  "AND (SELECT c.status FROM complaint AS c WHERE c.id = t.complaint_id) <> 'void' ");
    const int complaint_column = 1 + static_cast<int>(complaint::fields_of<Task>().size());
    auto query = database.query(all ? select : select_open);
    std::vector<TaskOf> tasks;
    while (query.next())
        tasks.push_back(
            {{query.integer(complaint_column)}, part_from<Task>(query), query.text(complaint_column + 1)});
    return tasks;
}

bool has_appeals_to(Database& database, const std::string& body) {
    auto query = database.query("SELECT 1 FROM appeal WHERE body = :body LIMIT 1");
    query.bind(":body", body);
    return query.next();
}

void remove_parts(Database& database, complaint::Id complaint) {
    for (const auto* sql :
         {&statements<StepRecord>().clear, &statements<Promise>().clear, &statements<Offer>().clear,
          &statements<AlertRecord>().clear, &statements<Task>().clear, &statements<Appeal>().clear,
          &statements<Extension>().clear})
        database.query(*sql).bind(":complaint_id", complaint.number).run();
}

} // namespace reklamaatio::store
