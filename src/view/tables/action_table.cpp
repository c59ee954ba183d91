// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/action_table.hpp"

#include "render/columns.hpp"
#include "store/actions.hpp"
#include "store/customers.hpp"
#include "view/tables/said_due.hpp"
#include "view/tables/word_value.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Action;
using render::Align;
using render::Value;

render::Table facts_of(const std::vector<Action>& actions, casework::Desk& desk) {
    render::Table table{action_columns(), {}};
    table.columns.erase(table.columns.end() - 2); // the customers
    for (const auto& action : actions)
        table.rows.push_back({Value{to_string(action.id)}, render::text_or_none(action.text),
                              render::text_or_none(action.cause), render::text_or_none(action.product),
                              action.complaint ? Value{to_string(*action.complaint)} : Value{},
                              render::text_or_none(action.owner), render::instant_or_none(action.opened_at),
                              said_due(desk, action.due_at, state_of(action) == complaint::ActionState::open,
                                       desk.policy().default_calendar()),
                              render::instant_or_none(action.done_at), word_value(state_of(action)),
                              render::text_or_none(action.effect), Value{action.effort_minutes}});
    return table;
}

// The customers to tell, by number.
void add_concerned(casework::Desk& desk, const std::vector<Action>& actions, render::Table& table) {
    table.columns = action_columns();
    for (std::size_t i = 0; i < actions.size(); ++i) {
        std::vector<std::string> customers;
        for (const auto id :
             store::customers_concerned(desk.database(), actions[i], actions[i].done_at.value_or(desk.now())))
            customers.push_back(to_string(id));
        auto& row = table.rows[i];
        row.insert(row.end() - 1, render::Cell{Value{fmt::format("{}", fmt::join(customers, ";"))}});
    }
}

} // namespace

std::vector<render::Column> action_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"id", "ID"}.holding(Kind::text, "A-3"),
            Column{"text", "What", Align::left, 0, 12}.holding(Kind::text, "what is to be done"),
            Column{"cause", "Cause"}.holding(Kind::text, "the cause that it is to prevent"),
            Column{"product", "Product"}.holding(Kind::text, "the product that it concerns"),
            Column{"complaint", "From"}.holding(Kind::text, "the complaint that it came from"),
            Column{"owner", "Owner"}.holding(Kind::text, "who sees to it"),
            Column{"opened_at", "Begun"}.holding(Kind::instant, "since when"),
            Column{"due_at", "Due"}.holding(Kind::instant, "by when it is to be done"),
            Column{"done_at", "Done"}.holding(Kind::instant, "when it was done"),
            Column{"state", "State"}.holding(Kind::text, "open or done"),
            Column{"effect", "Effect", Align::left, 0, 12}.holding(Kind::text, "what it achieved"),
            Column{"customers", "Customers"}.holding(Kind::text, "the customers to tell, separated by ;"),
            Column{"effort_minutes", "Effort", Align::right}.holding(Kind::minutes,
                                                                     "how long people worked on it")};
}

std::vector<render::Column> concerned_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"customer_id", "ID"}.holding(Kind::text, "C-7"),
            Column{"customer", "Customer", Align::left, 0, 12}.holding(Kind::text, "name of the customer"),
            Column{"email", "E-mail"}.holding(Kind::text, "e-mail address"),
            Column{"phone", "Phone"}.holding(Kind::text, "telephone number"),
            Column{"prefers", "Prefers"}.holding(Kind::text, "the preferred channel"),
            Column{"complaints", "Complaints", Align::left, 0, 12}.holding(
                Kind::text, "the complaints that the action is about, separated by blanks")};
}

render::Table action_table(casework::Desk& desk, const std::vector<Action>& actions, bool for_people) {
    auto table = facts_of(actions, desk);
    if (for_people) return render::with_columns(table, {"id", "text", "owner", "due_at", "state"});
    add_concerned(desk, actions, table);
    return table;
}

render::Table concerned_table(casework::Desk& desk, const std::vector<store::Concerned>& concerned) {
    render::Table table{concerned_columns(), {}};
    for (const auto& each : concerned) {
        const auto customer =
            store::find_customer(desk.database(), each.customer).value_or(complaint::Customer{});
        std::vector<std::string> ids;
        for (const auto id : each.complaints)
            ids.push_back(to_string(id));
        table.rows.push_back({Value{to_string(each.customer)}, render::text_or_none(customer.name),
                              render::text_or_none(customer.email), render::text_or_none(customer.phone),
                              render::text_or_none(customer.prefers),
                              Value{fmt::format("{}", fmt::join(ids, " "))}});
    }
    return table;
}

} // namespace reklamaatio::view
