// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/customer_table.hpp"

#include "complaint/overview.hpp"
#include "render/columns.hpp"
#include "time/display.hpp"
#include "view/tables/word_value.hpp"

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

std::vector<render::Column> columns_for_people() {
    using render::Column;
    using render::Kind;
    return {
        Column{"id", "ID"}.holding(Kind::text, "C-7"),
        Column{"name", "Name", Align::left, 0, 8}.holding(Kind::text, "name of the customer"),
        Column{"email", "E-mail", Align::left, 2, 8}.holding(Kind::text, "e-mail address"),
        Column{"phone", "Telephone", Align::left, 3, 0}.holding(Kind::text, "telephone number"),
        Column{"complaints", "Complaints", Align::right, 1, 0}.holding(
            Kind::number, "how many complaints there are of the customer"),
        Column{"open", "Open", Align::right, 0, 0}.holding(Kind::number, "how many of them are unresolved"),
        Column{"value", "Value", Align::right, 4, 0}.holding(Kind::amount,
                                                             "what the customer is worth a year"),
        Column{"last", "Last", Align::left, 1, 0}.holding(Kind::instant,
                                                          "when the latest complaint was received")};
}

} // namespace

std::vector<render::Column> customer_columns() {
    using render::data_column;
    using render::Kind;
    auto columns = columns_for_people();
    columns.push_back(data_column("prefers", Kind::text, "the preferred channel"));
    columns.push_back(data_column("merged_into", Kind::text, "the customer who turned out to be the same"));
    columns.push_back(data_column("type", Kind::text, "consumer, business or authority, where it is said"));
    columns.push_back(
        data_column("erased_at", Kind::instant, "when the customer's personal data were erased"));
    return columns;
}

render::Table customer_table(casework::Desk& desk, const std::vector<store::CustomerOverview>& customers,
                             bool for_people) {
    render::Table table{for_people ? columns_for_people() : customer_columns(), {}};
    for (const auto& overview : customers) {
        const auto& customer = overview.customer;
        render::Row row{Value{to_string(customer.id)},
                        text_or_none(complaint::or_erased(customer.name, customer.erased_at)),
                        text_or_none(customer.email),
                        text_or_none(customer.phone),
                        Value{overview.complaints},
                        Value{overview.open},
                        amount_or_none(customer.value),
                        last_cell(desk, overview.last)};
        if (!for_people) {
            row.emplace_back(text_or_none(customer.prefers));
            row.emplace_back(customer.merged_into ? Value{to_string(*customer.merged_into)} : Value{});
            row.emplace_back(word_or_none(customer.type));
            row.emplace_back(render::instant_or_none(customer.erased_at));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace reklamaatio::view
