// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/complaints.hpp"

#include "complaint/error.hpp"
#include "complaint/event.hpp"
#include "complaint/refusal.hpp"
#include "store/error.hpp"
#include "store/events.hpp"
#include "store/own_values.hpp"
#include "store/rows.hpp"

#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Id;
using complaint::Reason;
using complaint::refuse;

// The statements are made from the table of fields, so that a new field needs no change here.
std::string field_names(std::string_view prefix) {
    std::vector<std::string> names;
    for (const auto& field : complaint::complaint_fields())
        names.push_back(fmt::format("{}{}", prefix, field.name));
    return fmt::format("{}", fmt::join(names, ", "));
}

const std::string& insert_sql() {
    static const std::string sql =
        fmt::format("INSERT INTO complaint (id, {}, targeted) VALUES (:id, {}, :targeted)", field_names(""),
                    field_names(":"));
    return sql;
}

// Only the fields that differ, so that the indexes of all others stay as they are.
std::string update_sql(const std::vector<complaint::FieldChange>& changes) {
    std::vector<std::string> made;
    for (const auto& change : changes)
        made.push_back(fmt::format("{0} = :{0}", change.field));
    return fmt::format("UPDATE complaint SET {} WHERE id = :id", fmt::join(made, ", "));
}

// Many rows of a file change the same fields.
Query updating(Database& database, const std::vector<complaint::FieldChange>& changes) {
    constexpr std::size_t k_most_kept = 64;
    static std::set<std::string> kept;
    auto sql = update_sql(changes);
    if (kept.size() >= k_most_kept && !kept.contains(sql)) return database.query_once(sql);
    return database.query(*kept.insert(std::move(sql)).first);
}

const std::string& select(std::string_view condition) {
    static std::map<std::string_view, std::string> made;
    auto& sql = made[condition];
    if (sql.empty())
        sql = fmt::format("SELECT c.id, {} FROM complaint AS c WHERE {}", field_names("c."), condition);
    return sql;
}

constexpr std::string_view k_by_id = "c.id = :id";
constexpr std::string_view k_by_uid = "c.uid = :uid";
constexpr std::string_view k_by_ref = "c.ref = :ref AND c.source IS :source ORDER BY c.id DESC LIMIT 1";

bool has_own(const Complaint& complaint) {
    return !complaint.own.empty() || !complaint.own_personal.empty();
}

std::optional<Complaint> one(Query& query) {
    if (!query.next()) return std::nullopt;
    return complaint_from(query, 0);
}

constexpr const char* k_remove = "DELETE FROM complaint WHERE id = :id";
constexpr const char* k_targeted = "SELECT targeted FROM complaint WHERE id = :id";
constexpr const char* k_set_targeted =
    "UPDATE complaint SET targeted = :targeted WHERE id = :id AND targeted <> :targeted";
constexpr const char* k_unanswered = "SELECT unanswered_since FROM complaint WHERE id = :id";
constexpr const char* k_set_unanswered =
    "UPDATE complaint SET unanswered_since = :since WHERE id = :id AND unanswered_since IS NOT :since";
constexpr const char* k_highest_id =
    "SELECT max(coalesce((SELECT max(complaint_id) FROM event WHERE complaint_id IS NOT NULL), 0),"
    " coalesce((SELECT max(id) FROM complaint), 0))";
constexpr const char* k_id_in_log = "SELECT 1 FROM event WHERE complaint_id = :id LIMIT 1";
constexpr const char* k_ids_in_range =
    "SELECT id FROM complaint WHERE id BETWEEN :first AND :last ORDER BY id";
constexpr const char* k_by_ref_alone = "SELECT id, ref, source FROM complaint WHERE ref = :ref ORDER BY id";
constexpr const char* k_by_ref_and_source =
    "SELECT id, ref, source FROM complaint WHERE ref = :ref AND source IS :source ORDER BY id";

// A complaint that an outside reference may mean, and how it is written so that no other source is meant.
struct Meant {
    Id id;
    std::string spelling;
};

std::vector<Id> ids_in(Database& database, const complaint::IdRange& range) {
    auto query = database.query(k_ids_in_range);
    query.bind(":first", range.first.number).bind(":last", range.last.number);
    std::vector<Id> ids;
    while (query.next())
        ids.push_back({query.integer(0)});
    if (ids.empty()) refuse<Reason::no_complaint_in_range>(range.first, range.last);
    return ids;
}

void add_meant(Query& query, std::vector<Meant>& meant) {
    while (query.next())
        meant.push_back({{query.integer(0)}, fmt::format("ref:{}/{}", query.text(2), query.text(1))});
}

// "shop/x1" is the reference shop/x1 of whatever source, or x1 of the source shop; "/x1" is x1 of none. A
// source may have slashes, too.
std::vector<Meant> meant_by(Database& database, const std::string& text) {
    std::vector<Meant> meant;
    {
        auto query = database.query(k_by_ref_alone);
        query.bind(":ref", text);
        add_meant(query, meant);
    }
    for (auto slash = text.find('/'); slash != std::string::npos; slash = text.find('/', slash + 1)) {
        auto query = database.query(k_by_ref_and_source);
        query.bind(":ref", text.substr(slash + 1)).bind_or_null(":source", text.substr(0, slash));
        add_meant(query, meant);
    }
    return meant;
}

std::vector<Id> ids_with(Database& database, const complaint::OutsideReference& reference) {
    const auto meant = meant_by(database, reference.text);
    if (meant.empty()) refuse<Reason::no_such_reference>(reference.text);
    if (meant.size() == 1) return {meant.front().id};
    std::vector<std::string> choices;
    for (const auto& [id, spelling] : meant) {
        const bool tells_apart = meant_by(database, spelling.substr(spelling.find(':') + 1)).size() == 1;
        choices.push_back(tells_apart ? fmt::format("{} ({})", spelling, to_string(id)) : to_string(id));
    }
    refuse<Reason::reference_of_several>(reference.text, choices);
}

} // namespace

Complaint complaint_from(const Query& row, int first_column) {
    Complaint complaint;
    complaint.id = {row.integer(first_column)};
    set_fields_from(row, first_column + 1, complaint, to_string(complaint.id));
    return complaint;
}

std::string complaint_columns(std::string_view prefix) {
    return fmt::format("{}id, {}", prefix, field_names(prefix));
}

std::optional<Complaint> find_complaint(Database& database, Id id) {
    auto query = database.query(select(k_by_id));
    query.bind(":id", id.number);
    return one(query);
}

Complaint known_complaint(Database& database, Id id) {
    if (auto complaint = find_complaint(database, id)) return *std::move(complaint);
    throw_gone(database, to_string(id));
}

std::optional<std::vector<std::string_view>> differing_fields(Database& database,
                                                              const Complaint& complaint) {
    auto query = database.query(select(k_by_id));
    query.bind(":id", complaint.id.number);
    if (!query.next()) return std::nullopt;
    return differing_fields(query, 1, complaint);
}

std::optional<Complaint> find_by_uid(Database& database, const std::string& uid) {
    auto query = database.query(select(k_by_uid));
    query.bind(":uid", uid);
    return one(query);
}

std::optional<Complaint> find_by_ref(Database& database, const std::string& source, const std::string& ref) {
    auto query = database.query(select(k_by_ref));
    query.bind(":ref", ref).bind_or_null(":source", source);
    return one(query);
}

void add_complaint(Database& database, const Complaint& complaint, std::int64_t targeted) {
    auto query = database.query(insert_sql());
    query.bind(":id", complaint.id.number);
    int position = 1;
    for (const auto& field : complaint::complaint_fields())
        query.bind_at(++position, field.get(complaint));
    query.bind(":targeted", targeted).run();
    if (has_own(complaint)) put_own_values(database, complaint);
}

void change_complaint(Database& database, const Complaint& before, const Complaint& after) {
    const auto changes = complaint::differences(before, after);
    if (changes.empty()) return;
    auto query = updating(database, changes);
    int position = 0;
    for (const auto& change : changes)
        query.bind_at(++position, complaint::known_field<Complaint>(change.field).get(after));
    query.bind(":id", after.id.number).run();
    if (before.own == after.own && before.own_personal == after.own_personal) return;
    remove_own_values(database, after.id);
    put_own_values(database, after);
}

void remove_complaint(Database& database, Id id) {
    remove_own_values(database, id);
    database.query(k_remove).bind(":id", id.number).run();
}

void set_targeted(Database& database, Id id, std::int64_t clocks) {
    auto query = database.query(k_set_targeted);
    query.bind(":id", id.number).bind(":targeted", clocks).run();
}

std::int64_t targeted_clocks(Database& database, Id id) {
    auto query = database.query(k_targeted);
    query.bind(":id", id.number);
    return query.next() ? query.integer(0) : 0;
}

void set_unanswered(Database& database, Id id, std::optional<time::Instant> since) {
    database.query(k_set_unanswered).bind(":id", id.number).bind(":since", since).run();
}

std::optional<time::Instant> unanswered_since(Database& database, Id id) {
    auto query = database.query(k_unanswered);
    query.bind(":id", id.number);
    return query.next() ? query.instant_or_none(0) : std::nullopt;
}

Id next_complaint_id(Database& database) {
    auto query = database.query(k_highest_id);
    query.next();
    return {query.integer(0) + 1};
}

bool id_is_free(Database& database, Id id) {
    auto query = database.query(k_id_in_log);
    query.bind(":id", id.number);
    return !query.next();
}

std::vector<complaint::Reference> references_in(Database& database, const std::string& argument) {
    if (complaint::is_outside_reference(argument)) {
        const auto whole = complaint::parse_outside_reference(argument);
        if (!meant_by(database, whole.text).empty()) return {whole};
    }
    return complaint::parse_references(argument);
}

std::vector<Id> ids_of(Database& database, const complaint::Reference& reference) {
    if (const auto* range = std::get_if<complaint::IdRange>(&reference)) return ids_in(database, *range);
    if (const auto* outside = std::get_if<complaint::OutsideReference>(&reference))
        return ids_with(database, *outside);
    const Id id = std::get<Id>(reference);
    if (find_complaint(database, id)) return {id};
    const auto events = events_of(database, id);
    if (events.empty()) refuse<Reason::no_such_complaint>(id);
    refuse<Reason::complaint_undone>(id, events.back().change);
}

} // namespace reklamaatio::store
