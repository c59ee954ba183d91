// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/named_rows.hpp"

#include "complaint/id.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "store/overviews.hpp"
#include "time/display.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Cell;
using render::Value;
using store::DueRow;

// What those that are named are about, and whose they are.
std::map<complaint::Id, store::SharedOverview> overviews_of(store::Database& database,
                                                            const std::vector<DueRow>& rows) {
    std::vector<complaint::Id> ids;
    for (std::size_t i = 0; i < std::min(rows.size(), k_most_named); ++i)
        ids.push_back({rows[i].complaint});
    return store::overviews_of(database, ids);
}

} // namespace

bool ends_here(Section& section, std::size_t all) {
    if (section.table.rows.size() < k_most_named) return false;
    section.note = fmt::format("and {} more", all - k_most_named);
    return true;
}

time::Seconds overrun_of(const DueRow& row, const rulebook::Policy& policy, time::Instant now) {
    if (row.overrun) return *row.overrun;
    return policy.calendar_named(row.calendar).working_time(row.due_at, now);
}

Section named_rows(const std::string& heading, std::vector<DueRow> rows, const Context& context,
                   Lateness lateness) {
    const Question& question = context.question;
    const bool late = lateness == Lateness::late;
    const auto overrun = [&](const DueRow& row) { return overrun_of(row, context.policy, question.now); };
    if (late) std::ranges::stable_sort(rows, std::ranges::greater{}, overrun);

    Section section;
    section.heading = fmt::format("{} ({})", heading, rows.size());
    section.table.columns = {
        {"id", "ID", Align::left, 0, 0, true}, {"clock", "Clock", Align::left, 0, 6}, {"due_at", "Due"}};
    if (late) section.table.columns.push_back({"overrun", "Overdue by (working time)", Align::right, 1, 12});
    section.table.columns.push_back({"owner", "Owner", Align::left, 0, 6});
    section.table.columns.push_back({"customer", "Customer", Align::left, 0, 8});
    section.table.columns.push_back({"subject", "Subject", Align::left, 0, 10});
    const auto about = overviews_of(context.database, rows);
    const auto called = [&](const DueRow& row) {
        const auto& law = about.at(complaint::Id{row.complaint})->by_law;
        const auto name = complaint::deadline_name(row.clock, row.ordinal);
        const bool is_of_law = row.clock == complaint::Clock::legal && law && law->due_at == row.due_at
                               && law->then != complaint::Silence::nothing;
        return is_of_law ? fmt::format("{}{}", late ? "" : "else ", word(law->then)) : name;
    };
    for (const auto& row : rows) {
        if (ends_here(section, rows.size())) break;
        render::Row cells{
            Value{to_string(complaint::Id{row.complaint})}, Value{called(row)},
            Cell{Value{row.due_at}, time::display_near(row.due_at, question.now, question.zone)}};
        if (late)
            cells.emplace_back(Value{
                time::display_working_length(overrun(row), context.policy.calendar_named(row.calendar))});
        const std::string owner = store::owner_of(context.database, row);
        cells.emplace_back(Value{owner.empty() ? std::string("nobody") : owner});
        const auto& complaint = about.at(complaint::Id{row.complaint});
        cells.emplace_back(render::text_or_none(complaint::called(complaint->customer)));
        cells.emplace_back(render::text_or_none(headline(complaint->complaint)));
        section.table.rows.push_back(std::move(cells));
    }
    return section;
}

} // namespace reklamaatio::report
