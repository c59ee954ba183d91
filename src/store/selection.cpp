// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/standing.hpp"
#include "rulebook/people.hpp"
#include "store/events.hpp"
#include "store/filter_conditions.hpp"
#include "store/selected.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// By GroupField. The last but one, in which {0} is the instant, is a text where the record itself knows who it was, and
// the number of the complaint where only the log does: it was given to somebody later, or taken from everybody. Who has it
// without a time came with it, and nobody else had it.
constexpr std::array<std::string_view, 17> k_group_columns{
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
    "'C-' || c.customer_id",
    "CASE WHEN c.assigned_at <= {0} OR (c.assigned_at IS NULL AND c.assignee IS NOT NULL) THEN c.assignee"
    " WHEN c.assigned_at IS NULL AND NOT EXISTS (SELECT 1 FROM event AS e WHERE e.complaint_id = c.id"
    " AND e.id > (SELECT min(f.id) FROM event AS f WHERE f.complaint_id = c.id)"
    " AND CASE WHEN e.changes = '' THEN TRUE"
    " ELSE coalesce(json_type(e.changes, '$.team'), json_type(e.changes, '$.assignee')) IS NOT NULL END)"
    " THEN coalesce(c.assignee, 'team:' || c.team) ELSE c.id END",
    "(SELECT o.value FROM own_value AS o WHERE o.complaint_id = c.id AND o.name = :group)"};

std::string made_for(const Pattern& pattern, const Group& by, const std::string& conditions) {
    const auto column =
        fmt::format(fmt::runtime(k_group_columns[static_cast<std::size_t>(by.field)]), pattern.instant);
    const bool needs_complaint = !by.is_none() || !conditions.empty();
    // SQLite sorts what it groups, also where all is one group.
    return fmt::format(fmt::runtime(pattern.sql), column,
                       needs_complaint ? "CROSS JOIN complaint AS c ON c.id = d.complaint_id" : "",
                       conditions, by.is_none() ? "" : "GROUP BY 1");
}

// Without a filter there is one statement for each field, made once from constants, and kept.
Query query_for(Database& database, const Pattern& pattern, const Selection& which) {
    const auto conditions = conditions_of(which.where);
    if (conditions.count() > 0) {
        auto query = database.query_once(made_for(pattern, which.by, conditions.further()));
        conditions.bind(query);
        return query;
    }
    static std::map<std::pair<const char*, GroupField>, std::string> made;
    auto& sql = made[{pattern.sql, which.by.field}];
    if (sql.empty()) sql = made_for(pattern, which.by, "");
    return database.query(sql);
}

constexpr Pattern k_group_value{"SELECT {0} FROM complaint AS c WHERE c.id = :id{2}", ":instant"};

} // namespace

Selected::Selected(Database& database, const Pattern& pattern, const Selection& which)
    : m_database(database), m_query(query_for(database, pattern, which)) {
    if (which.by.field == GroupField::own) m_query.bind(":group", which.by.own);
}

void Selected::add_up(std::map<std::string, std::int64_t>& numbers) {
    while (next()) // without groups there is a row for none as well
        if (const auto number = m_query.integer(1); number > 0) numbers[m_query.text(0)] += number;
}

std::string Selected::group(int column, time::Instant at) {
    const auto value = m_query.value(column);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return owner_at(m_database, {*number}, at);
    return m_query.text(column);
}

std::string owner_at(Database& database, complaint::Id id, time::Instant at) {
    complaint::Complaint then;
    for (const auto& event : complaint::standing(events_of(database, id)))
        if (event.happened_at <= at) complaint::apply(then, event);
    return rulebook::owner_of(then.team, then.assignee);
}

std::optional<std::string> group_in(Database& database, const Selection& which, complaint::Id id,
                                    time::Instant at) {
    Selected one(database, k_group_value, which);
    one.bind(":id", id.number);
    if (which.by.field == GroupField::assignee_then) one.bind(":instant", at);
    if (!one.next()) return std::nullopt;
    return one.group(0, at);
}

std::string group_value(Database& database, const Group& group, complaint::Id id, time::Instant at) {
    if (group.is_none()) return "";
    return group_in(database, group, id, at).value_or("");
}

} // namespace reklamaatio::store
