// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/customer_table.hpp"

#include "time/display.hpp"

namespace reklamaatio::view {

namespace {

using render::Align;
using render::amount_or_none;
using render::Cell;
using render::text_or_none;
using render::Value;

Cell last_cell(casework::Desk& desk, const std::optional<time::Instant>& last) {
    if (!last) return {};
    return {Value{*last}, time::display_near(*last, desk.now(), desk.zone())};
}

std::vector<render::Column> columns(bool for_people) {
    std::vector<render::Column> made{{"id", "ID"},
                                     {"name", "Name", Align::left, 0, 8},
                                     {"email", "E-mail", Align::left, 2, 8},
                                     {"phone", "Telephone", Align::left, 3, 0},
                                     {"complaints", "Complaints", Align::right, 1, 0},
                                     {"open", "Open", Align::right, 0, 0},
                                     {"value", "Value", Align::right, 4, 0},
                                     {"last", "Last", Align::left, 1, 0}};
    if (!for_people)
        for (const char* key : {"prefers", "merged_into"})
            made.push_back({key, key});
    return made;
}

} // namespace

render::Table customer_table(casework::Desk& desk, const std::vector<store::CustomerOverview>& customers,
                             bool for_people) {
    render::Table table{columns(for_people), {}};
    for (const auto& overview : customers) {
        const auto& customer = overview.customer;
        render::Row row{Value{to_string(customer.id)},  text_or_none(customer.name),
                        text_or_none(customer.email),   text_or_none(customer.phone),
                        Value{overview.complaints},     Value{overview.open},
                        amount_or_none(customer.value), last_cell(desk, overview.last)};
        if (!for_people) {
            row.emplace_back(text_or_none(customer.prefers));
            row.emplace_back(customer.merged_into ? Value{to_string(*customer.merged_into)} : Value{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace reklamaatio::view
