// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/volume_table.hpp"

#include "render/columns.hpp"
#include "time/period.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using render::Align;
using render::Value;

// A label means the same whenever and wherever it is read.
time::Days days_of_label(const std::string& label) {
    return time::days_of(time::parse_period(label, time::Instant{}, time::Zone::utc()), time::Zone::utc());
}

} // namespace

std::vector<render::Column> volume_columns() {
    using render::Column;
    using render::Kind;
    return {
        Column{"period", "Period"}.holding(Kind::text, "a day, week, month, quarter or year"),
        Column{"first_day", "From"}.holding(Kind::date, "its first day"),
        Column{"last_day", "Until"}.holding(Kind::date, "its last day"),
        Column{"field", "Of"}.holding(Kind::text, "what it is a volume of; empty: of the whole firm"),
        Column{"value", "Which", Align::left, 0, 8}.holding(Kind::text, "which product, channel and so on"),
        Column{"volume", "Volume", Align::right, 0, 0}.holding(Kind::number, "orders, deliveries, visits")};
}

render::Table volume_table(const std::vector<complaint::Volume>& volumes, bool for_people) {
    render::Table table{volume_columns(), {}};
    for (const auto& [of, number] : volumes) {
        const auto days = days_of_label(of.period);
        table.rows.push_back({Value{of.period}, Value{days.first}, Value{days.after - std::chrono::days{1}},
                              render::text_or_none(of.field), render::text_or_none(of.value),
                              number ? Value{*number} : Value{}});
    }
    if (!for_people) return table;
    return render::with_columns(table, {"period", "field", "value", "volume"});
}

std::string name_of(const complaint::VolumeOf& of) {
    if (of.field.empty()) return fmt::format("the volume of {}", of.period);
    return fmt::format("the volume of {} for {} {}", of.period, of.field, of.value);
}

} // namespace reklamaatio::view
