// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/customer_table.hpp"

#include "time/display.hpp"

namespace reklamaatio::cli {

namespace {

using render::Align;
using render::amount_or_none;
using render::Cell;
using render::text_or_none;
using render::Value;

Cell last_cell(Session& session, const std::optional<time::Instant>& last) {
    if (!last) return {};
    return {Value{*last}, time::display_near(*last, session.now(), session.zone())};
}

std::vector<render::Column> columns(bool text) {
    std::vector<render::Column> made{{"id", "ID"},
                                     {"name", "Name", Align::left, 0, 8},
                                     {"email", "E-mail", Align::left, 2, 8},
                                     {"phone", "Telephone", Align::left, 3, 0},
                                     {"complaints", "Complaints", Align::right, 1, 0},
                                     {"open", "Open", Align::right, 0, 0},
                                     {"value", "Value", Align::right, 4, 0},
                                     {"last", "Last", Align::left, 1, 0}};
    if (!text)
        for (const char* key : {"prefers", "merged_into"})
            made.push_back({key, key});
    return made;
}

} // namespace

std::string called(const complaint::Customer& customer) {
    if (!customer.name.empty()) return customer.name;
    return customer.email.empty() ? customer.phone : customer.email;
}

render::Table customer_table(Session& session, const std::vector<store::CustomerOverview>& customers) {
    const bool text = session.prints_page();
    render::Table table{columns(text), {}};
    for (const auto& overview : customers) {
        const auto& customer = overview.customer;
        render::Row row{Value{to_string(customer.id)},  text_or_none(customer.name),
                        text_or_none(customer.email),   text_or_none(customer.phone),
                        Value{overview.complaints},     Value{overview.open},
                        amount_or_none(customer.value), last_cell(session, overview.last)};
        if (!text) {
            row.emplace_back(text_or_none(customer.prefers));
            row.emplace_back(customer.merged_into ? Value{to_string(*customer.merged_into)} : Value{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace reklamaatio::cli
