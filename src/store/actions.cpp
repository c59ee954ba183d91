// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions.hpp"

#include "complaint/field.hpp"
#include "store/rows.hpp"

#include <string>

namespace reklamaatio::store {

namespace {

using complaint::Action;

#define REKLAMAATIO_ACTION                                                                                   \
    "SELECT id, text, cause, product, complaint_id, owner, opened_at, due_at, done_at, effect, "             \
    "effort_minutes FROM action "
constexpr const char* k_by_id = REKLAMAATIO_ACTION "WHERE id = :id";
constexpr const char* k_all = REKLAMAATIO_ACTION "ORDER BY id";
constexpr const char* k_owed =
    REKLAMAATIO_ACTION "WHERE done_at IS NULL AND due_at IS NOT NULL ORDER BY due_at, id";
constexpr const char* k_of_complaint = REKLAMAATIO_ACTION "WHERE complaint_id = :complaint_id ORDER BY id";
#undef REKLAMAATIO_ACTION

constexpr const char* k_put = R"(
INSERT OR REPLACE INTO action (id, text, cause, product, complaint_id, owner, opened_at, due_at, done_at, effect,
                               effort_minutes)
VALUES (:id, :text, :cause, :product, :complaint_id, :owner, :opened_at, :due_at, :done_at, :effect,
        :effort_minutes))";
constexpr const char* k_remove = "DELETE FROM action WHERE id = :id";
constexpr const char* k_highest_id =
    "SELECT coalesce((SELECT max(action_id) FROM event WHERE action_id IS NOT NULL), 0)";
// Whose complaint goes on in one that is concerned is concerned with it, and so is whose complaint that one is.
constexpr const char* k_concerned = R"(
WITH RECURSIVE source (id) AS (
  SELECT id FROM complaint WHERE id = :complaint_id AND (status <> 'void' OR merged_into IS NOT NULL)
  UNION SELECT c.merged_into FROM source AS s JOIN complaint AS c ON c.id = s.id WHERE c.merged_into IS NOT NULL),
 about (id, customer_id) AS (
  SELECT c.id, c.customer_id FROM source AS s JOIN complaint AS c ON c.id = s.id
  UNION SELECT id, customer_id FROM complaint
        WHERE status <> 'void' AND folded(cause) = folded(:cause)
          AND (:product IS NULL OR folded(product) = folded(:product)) AND received_at < :until),
 merged (id, customer_id) AS (
  SELECT c.id, c.customer_id FROM about AS a JOIN complaint AS c ON c.merged_into = a.id
  UNION SELECT c.id, c.customer_id FROM merged AS m JOIN complaint AS c ON c.merged_into = m.id)
SELECT customer_id, id FROM about WHERE customer_id IS NOT NULL
UNION SELECT customer_id, id FROM merged
      WHERE customer_id IS NOT NULL AND customer_id NOT IN (SELECT customer_id FROM about WHERE customer_id IS NOT NULL)
ORDER BY customer_id, id)";

Action action_from(const Query& row) {
    Action action;
    action.id = {row.integer(0)};
    set_fields_from(row, 1, action, to_string(action.id));
    return action;
}

std::vector<Action> actions_from(Query& query) {
    std::vector<Action> actions;
    while (query.next())
        actions.push_back(action_from(query));
    return actions;
}

} // namespace

std::optional<Action> find_action(Database& database, complaint::ActionId id) {
    auto query = database.query(k_by_id);
    query.bind(":id", id.number);
    if (!query.next()) return std::nullopt;
    return action_from(query);
}

Action known_action(Database& database, complaint::ActionId id) {
    if (auto action = find_action(database, id)) return *std::move(action);
    throw_gone(database, to_string(id));
}

std::optional<std::vector<std::string_view>> differing_fields(Database& database, const Action& action) {
    auto query = database.query(k_by_id);
    query.bind(":id", action.id.number);
    if (!query.next()) return std::nullopt;
    return differing_fields(query, 1, action);
}

std::vector<Action> all_actions(Database& database) {
    auto query = database.query(k_all);
    return actions_from(query);
}

std::vector<Action> owed_actions(Database& database) {
    auto query = database.query(k_owed);
    return actions_from(query);
}

std::vector<complaint::Action> actions_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    return actions_from(query);
}

void put_action(Database& database, const Action& action) {
    auto query = database.query(k_put);
    query.bind(":id", action.id.number);
    int position = 1;
    for (const auto& field : complaint::action_fields())
        query.bind_at(++position, field.get(action));
    query.run();
}

void remove_action(Database& database, complaint::ActionId id) {
    database.query(k_remove).bind(":id", id.number).run();
}

complaint::ActionId next_action_id(Database& database) {
    auto query = database.query(k_highest_id);
    query.next();
    return {query.integer(0) + 1};
}

std::vector<Concerned> concerned(Database& database, const Action& action, time::Instant until) {
    auto query = database.query(k_concerned);
    query.bind(":complaint_id", action.complaint ? action.complaint->number : 0);
    query.bind_or_null(":cause", action.cause).bind_or_null(":product", action.product).bind(":until", until);
    std::vector<Concerned> found;
    while (query.next()) {
        const complaint::CustomerId customer{query.integer(0)};
        if (found.empty() || found.back().customer != customer) found.push_back({customer, {}});
        found.back().complaints.push_back({query.integer(1)});
    }
    return found;
}

std::vector<complaint::CustomerId> customers_concerned(Database& database, const Action& action,
                                                       time::Instant until) {
    std::vector<complaint::CustomerId> customers;
    for (const auto& each : concerned(database, action, until))
        customers.push_back(each.customer);
    return customers;
}

} // namespace reklamaatio::store
