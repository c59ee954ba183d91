// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/efforts.hpp"

#include "complaint/effort.hpp"
#include "complaint/standing.hpp"
#include "rulebook/hour_costs.hpp"
#include "store/events.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using complaint::Event;

#define REKLAMAATIO_EFFORT "SELECT event_id, happened_at, actor, minutes, cost_cents, currency FROM effort "
constexpr const char* k_of_complaint = REKLAMAATIO_EFFORT "WHERE complaint_id = :id ORDER BY event_id";
constexpr const char* k_of_action = REKLAMAATIO_EFFORT "WHERE action_id = :id ORDER BY event_id";
#undef REKLAMAATIO_EFFORT
constexpr const char* k_clear_complaint = "DELETE FROM effort WHERE complaint_id = :id";
constexpr const char* k_clear_action = "DELETE FROM effort WHERE action_id = :id";
constexpr const char* k_put = R"(
INSERT INTO effort (event_id, complaint_id, action_id, happened_at, actor, minutes, cost_cents, currency)
VALUES (:event_id, :complaint_id, :action_id, :happened_at, :actor, :minutes, :cost_cents, :currency))";
// UNION, so that a damaged database in which two are merged into each other comes to an end as well.
constexpr const char* k_sum = R"(
WITH RECURSIVE whole (id) AS (
  SELECT :id UNION SELECT c.id FROM whole AS w JOIN complaint AS c ON c.merged_into = w.id)
SELECT e.currency, sum(e.minutes), sum(e.cost_cents) FROM whole AS w JOIN effort AS e ON e.complaint_id = w.id
GROUP BY e.currency)";

std::vector<Effort> efforts_from(Query query) {
    std::vector<Effort> found;
    while (query.next())
        found.push_back({query.integer(0), query.instant(1), query.text(2), query.integer(3),
                         query.integer_or_none(4), query.text_if_any(5)});
    return found;
}

void put(Database& database, std::optional<complaint::Id> complaint,
         std::optional<complaint::ActionId> action, const std::vector<Effort>& efforts) {
    for (const auto& effort : efforts) {
        auto query = database.query(k_put);
        query.bind(":event_id", effort.event);
        query.bind(":complaint_id", complaint ? std::optional(complaint->number) : std::nullopt);
        query.bind(":action_id", action ? std::optional(action->number) : std::nullopt);
        query.bind(":happened_at", effort.happened_at).bind(":actor", effort.actor);
        query.bind(":minutes", effort.minutes).bind(":cost_cents", effort.cost_cents);
        query.bind_or_null(":currency", effort.currency).run();
    }
}

// Those that were in force when the event was written down, and before.
std::span<const rulebook::PolicyVersion> known_at(std::span<const rulebook::PolicyVersion> versions,
                                                  const Event& event) {
    const auto later = std::ranges::lower_bound(versions, event.change, {}, &rulebook::PolicyVersion::change);
    return {versions.begin(), std::max(later, std::next(versions.begin()))};
}

std::optional<complaint::Money> hour_costs_of(PolicyBook& policies, const Event& event) {
    // As a rule work is written down at once: then no policy before has to be read.
    const auto then = policies.since(event.change);
    if (then.front().applied_at <= event.happened_at)
        return rulebook::hour_costs_at(known_at(then, event), event.happened_at);
    return rulebook::hour_costs_at(known_at(policies.since(0), event), event.happened_at);
}

} // namespace

std::vector<Effort> efforts_of(Database& database, complaint::Id id) {
    auto query = database.query(k_of_complaint);
    query.bind(":id", id.number);
    return efforts_from(std::move(query));
}

std::vector<Effort> efforts_of(Database& database, complaint::ActionId id) {
    auto query = database.query(k_of_action);
    query.bind(":id", id.number);
    return efforts_from(std::move(query));
}

std::vector<Effort> efforts_in(PolicyBook& policies, const std::vector<Event>& standing) {
    std::vector<Effort> found;
    for (const auto& event : standing) {
        const auto minutes = complaint::effort_of(event);
        if (minutes == 0) continue;
        Effort effort{event.number, event.happened_at, event.actor, minutes, {}, ""};
        if (const auto price = hour_costs_of(policies, event)) {
            effort.cost_cents = rulebook::cost_of(minutes, price->cents);
            effort.currency = price->currency;
        }
        found.push_back(std::move(effort));
    }
    return found;
}

void add_efforts(Database& database, PolicyBook& policies, const Event& first) {
    if (complaint::effort_of(first) == 0) return;
    put(database, first.complaint, std::nullopt, efforts_in(policies, {first}));
}

void put_efforts(Database& database, complaint::Id id, const std::vector<Effort>& efforts) {
    if (efforts == efforts_of(database, id)) return;
    database.query(k_clear_complaint).bind(":id", id.number).run();
    put(database, id, std::nullopt, efforts);
}

void put_efforts(Database& database, complaint::ActionId id, const std::vector<Effort>& efforts) {
    if (efforts == efforts_of(database, id)) return;
    database.query(k_clear_action).bind(":id", id.number).run();
    put(database, std::nullopt, id, efforts);
}

void price_again(Database& database, PolicyBook& policies, complaint::ActionId id) {
    put_efforts(database, id, efforts_in(policies, complaint::standing(events_of(database, id))));
}

EffortSum effort_on(Database& database, complaint::Id id) {
    auto query = database.query(k_sum);
    query.bind(":id", id.number);
    EffortSum sum;
    while (query.next()) {
        sum.minutes += query.integer(1);
        if (const auto cost = query.integer_or_none(2))
            sum.costs[query.text(0)] += *cost;
        else
            sum.unpriced_minutes += query.integer(1);
    }
    return sum;
}

} // namespace reklamaatio::store
