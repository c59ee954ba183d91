// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parts.hpp"

#include "store/rows.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::AlertRecord;
using complaint::Offer;
using complaint::Promise;
using complaint::StepRecord;

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
std::vector<T> parts_from(Query& query) {
    std::vector<T> parts;
    while (query.next()) {
        T part;
        part.number = query.integer(0);
        int column = 0;
        for (const auto& field : complaint::fields_of<T>())
            field.set(part, query.value(++column));
        parts.push_back(std::move(part));
    }
    return parts;
}

template <typename T>
std::vector<T> read_parts(Database& database, complaint::Id complaint) {
    auto query = database.query(statements<T>().select);
    query.bind(":complaint_id", complaint.number);
    return parts_from<T>(query);
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
            read_parts<Offer>(database, complaint), alerts_of(database, complaint)};
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
        }
    }
}

std::vector<AlertRecord> alerts_of(Database& database, complaint::Id complaint) {
    return read_parts<AlertRecord>(database, complaint);
}

std::vector<AlertRecord> surge_alerts(Database& database, time::Instant day) {
    static const std::string select =
        fmt::format("SELECT number, {} FROM {} WHERE level = 'surge' AND due_at = :due_at ORDER BY number",
                    statements<AlertRecord>().fields, k_table<AlertRecord>);
    auto query = database.query(select);
    query.bind(":due_at", day);
    return parts_from<AlertRecord>(query);
}

void remove_parts(Database& database, complaint::Id complaint) {
    for (const auto* sql : {&statements<StepRecord>().clear, &statements<Promise>().clear,
                            &statements<Offer>().clear, &statements<AlertRecord>().clear})
        database.query(*sql).bind(":complaint_id", complaint.number).run();
}

} // namespace reklamaatio::store
