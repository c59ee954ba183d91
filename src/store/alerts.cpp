// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/alerts.hpp"

#include "rulebook/alerts/surge.hpp"
#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/figures.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using rulebook::AlertFacts;
using time::Instant;

// When a complaint came from a file: its first such event.
#define REKLAMAATIO_IMPORTED_AT                                                                              \
    "(SELECT h.recorded_at FROM event AS e CROSS JOIN change AS h ON h.id = e.change_id "                    \
    "WHERE e.complaint_id = c.id AND e.kind = 'imported' ORDER BY e.id LIMIT 1)"

// That is asked only of what is past: nothing else can have been so by then.
constexpr const char* k_owed = R"(
SELECT d.complaint_id, d.clock, d.ordinal, d.started_at, d.due_at, d.warn_at,
       CASE WHEN d.clock = 'legal' THEN '' ELSE d.target END, d.calendar, c.team,
       c.assignee, CASE WHEN d.due_at <= :now THEN )" REKLAMAATIO_IMPORTED_AT R"( END, t.owner,
       CASE WHEN d.clock = 'legal' THEN d.sla END
FROM deadline AS d INDEXED BY deadline_unmet CROSS JOIN complaint AS c ON c.id = d.complaint_id
LEFT JOIN task AS t ON d.clock = 'task' AND t.complaint_id = d.complaint_id AND t.number = d.ordinal
WHERE d.due_at IS NOT NULL AND )" REKLAMAATIO_OWED " ORDER BY d.due_at, d.complaint_id";

// The first condition is that of the index complaint_at_hand.
std::string unassigned_sql() {
    return fmt::format(
        "SELECT {}, (SELECT max(e.happened_at) FROM event AS e WHERE e.complaint_id = c.id AND e.kind = "
        "'assigned'), " REKLAMAATIO_IMPORTED_AT
        " FROM complaint AS c WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open')"
        " AND c.assignee IS NULL",
        complaint_columns("c."));
}

#define REKLAMAATIO_COUNTED                                                                                  \
    "FROM complaint AS c WHERE c.received_at >= :from AND c.received_at < :until AND c.status <> 'void' "    \
    "AND c.kind IN ('complaint', 'claim') AND c.category IS NOT NULL "
constexpr const char* k_today =
    "SELECT c.category, c.id, c.received_at " REKLAMAATIO_COUNTED "ORDER BY c.received_at, c.id";
constexpr const char* k_before = "SELECT c.category, count(*) " REKLAMAATIO_COUNTED "GROUP BY c.category";
#undef REKLAMAATIO_COUNTED
#undef REKLAMAATIO_IMPORTED_AT

constexpr const char* k_last_planned = R"(
SELECT max(h.recorded_at) FROM event AS e CROSS JOIN change AS h ON h.id = e.change_id
WHERE e.complaint_id = :id AND e.kind NOT IN ('alerted', 'acknowledged', 'noted', 'stepped', 'erased'))";
constexpr const char* k_last_planned_of_action = R"(
SELECT max(h.recorded_at) FROM event AS e CROSS JOIN change AS h ON h.id = e.change_id
WHERE e.action_id = :id AND e.kind NOT IN ('alerted', 'acknowledged'))";

rulebook::OwedDeadline owed_from(const Query& row) {
    rulebook::OwedDeadline owed{{row.integer(0)},
                                stored_word<complaint::Clock>(row.text(1)),
                                row.integer(2),
                                row.instant(3),
                                row.instant(4),
                                row.instant_or_none(5),
                                target_in(row, 6),
                                row.text(7),
                                row.text(8),
                                row.text(9),
                                row.instant_or_none(10),
                                nullptr,
                                std::nullopt};
    if (!row.is_null(11)) give_to(owed, row.text(11));
    if (!row.is_null(12)) owed.term = row.text(12);
    return owed;
}

bool asks_of_complaint(const rulebook::Policy& policy, complaint::Clock clock) {
    return std::ranges::any_of(policy.escalations, [&](const rulebook::Escalation& each) {
        return each.clock == clock && each.when.has_any();
    });
}

void read_owed_actions(Database& database, const rulebook::Policy& policy, AlertFacts& facts) {
    for (const auto& action : owed_actions(database))
        facts.owed.push_back(rulebook::owed_deadline(policy, action));
}

void read_today(Database& database, Instant now, AlertFacts& facts) {
    auto row = database.query(k_today);
    row.bind(":from", facts.today).bind(":until", now + time::Seconds{1});
    std::map<std::string, rulebook::CategoryDay> days;
    while (row.next()) {
        auto& day = days[row.text(0)];
        day.category = row.text(0);
        day.today.push_back({{row.integer(1)}, row.instant(2)});
    }
    // What cannot be a surge is not worth looking at the weeks before.
    for (auto& [category, day] : days)
        if (std::ssize(day.today) >= rulebook::k_smallest_surge) facts.categories.push_back(std::move(day));
}

void read_weeks_before(Database& database, const time::Zone& zone, time::Date today, AlertFacts& facts) {
    const auto first = zone.date_at(first_receipt(database).value_or(facts.today));
    facts.days = std::min<std::int64_t>((today - first).count(), rulebook::k_surge_days);
    if (facts.days < rulebook::k_fewest_surge_days) return;
    auto row = database.query(k_before);
    row.bind(":from", zone.start_of(today - std::chrono::days{facts.days})).bind(":until", facts.today);
    while (row.next()) {
        const std::string category = row.text(0);
        for (auto& day : facts.categories)
            if (day.category == category) day.before = row.integer(1);
    }
}

} // namespace

void read_owed(Database& database, const rulebook::Policy& policy, Instant now,
               const std::function<void(const rulebook::OwedDeadline&)>& take) {
    auto row = database.query(k_owed);
    row.bind(":now", now);
    while (row.next()) {
        auto owed = owed_from(row);
        if (asks_of_complaint(policy, owed.clock))
            owed.about =
                std::make_shared<const complaint::Complaint>(known_complaint(database, owed.complaint));
        take(owed);
    }
}

void read_unassigned(Database& database, const std::function<void(const rulebook::Unassigned&)>& take) {
    static const std::string sql = unassigned_sql();
    auto row = database.query(sql);
    const int behind = 1 + static_cast<int>(complaint::complaint_fields().size());
    while (row.next()) {
        auto complaint = complaint_from(row, 0);
        const Instant since =
            std::max(complaint.received_at, row.instant_or_none(behind).value_or(Instant{}));
        take({std::move(complaint), since, row.instant_or_none(behind + 1)});
    }
}

AlertFacts facts_beside_complaints(Database& database, const rulebook::Policy& policy, Instant now) {
    const auto& zone = policy.organisation.zone;
    const auto today = zone.date_at(now);
    AlertFacts facts;
    facts.today = zone.start_of(today);
    read_owed_actions(database, policy, facts);
    read_today(database, now, facts);
    if (!facts.categories.empty()) read_weeks_before(database, zone, today, facts);
    return facts;
}

Instant last_planned_at(Database& database, complaint::Id complaint) {
    auto row = database.query(k_last_planned);
    row.bind(":id", complaint.number);
    return row.next() ? row.instant(0) : Instant{};
}

Instant last_planned_at(Database& database, complaint::ActionId action) {
    auto row = database.query(k_last_planned_of_action);
    row.bind(":id", action.number);
    return row.next() ? row.instant(0) : Instant{};
}

} // namespace reklamaatio::store
