// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/injuries.hpp"
#include "report/named_rows.hpp"
#include "report/reports.hpp"
#include "report/sla.hpp"
#include "store/actions.hpp"
#include "time/display.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Cell;
using render::Value;

// The latest first.
Section late_actions(const std::vector<complaint::Action>& actions, const rulebook::Policy& policy,
                     const Question& question) {
    const auto& calendar = policy.default_calendar();
    Section section;
    section.heading = fmt::format("Preventive actions overdue ({})", actions.size());
    section.table.columns = {{"id", "Action", Align::left, 0, 0, true},
                             {"due_at", "Due"},
                             {"overrun", "Overdue by (working time)", Align::right, 1, 12},
                             {"owner", "Owner", Align::left, 0, 8},
                             {"text", "What", Align::left, 0, 12}};
    for (const auto& action : actions) {
        if (ends_here(section, actions.size())) break;
        section.table.rows.push_back(
            {Value{to_string(action.id)},
             Cell{Value{*action.due_at}, time::display_near(*action.due_at, question.now, question.zone)},
             Value{
                 time::display_working_length(calendar.working_time(*action.due_at, question.now), calendar)},
             Value{action.owner}, render::text_or_none(action.text)});
    }
    return section;
}

// What the law requires, of these.
std::vector<store::DueRow> taken_out(std::vector<store::DueRow>& rows) {
    std::vector<store::DueRow> of_law;
    const auto is_of_law = [](const store::DueRow& row) { return row.clock == complaint::Clock::legal; };
    std::ranges::copy_if(rows, std::back_inserter(of_law), is_of_law);
    std::erase_if(rows, is_of_law);
    return of_law;
}

// Those of the first that are not among the second.
std::vector<store::DueRow> besides(std::vector<store::DueRow> rows,
                                   const std::vector<store::DueRow>& others) {
    const auto key = [](const store::DueRow& row) {
        return std::tuple{row.complaint, row.clock, row.ordinal};
    };
    std::set<decltype(key(rows.front()))> named;
    for (const auto& row : others)
        named.insert(key(row));
    std::erase_if(rows, [&](const store::DueRow& row) { return named.contains(key(row)); });
    return rows;
}

} // namespace

Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    auto figures = sla_figures(database, policy, question);
    Answer& answer = figures.answer;
    const auto tomorrow = question.zone.start_of(question.zone.date_at(question.now) + std::chrono::days{1});
    std::vector<store::DueRow> overdue;
    std::vector<store::DueRow> due_today;
    store::read_overdue(database, question.now, {store::GroupField::none, question.where},
                        [&](const store::DueRow& row) { overdue.push_back(row); });
    store::read_due_soon(database, question.now, tomorrow, {store::GroupField::none, question.where},
                         [&](const store::DueRow& row) { due_today.push_back(row); });
    auto actions = store::owed_actions(database);
    std::erase_if(actions, [&](const complaint::Action& action) { return *action.due_at >= question.now; });
    auto injuries = open_injuries(database, question);
    const bool has_injuries = !injuries.table.rows.empty();
    answer.is_empty =
        answer.is_empty && !has_injuries && overdue.empty() && due_today.empty() && actions.empty();
    if (has_injuries) answer.sections.insert(answer.sections.begin(), std::move(injuries));
    const auto others = answer.sections.size();
    const auto name = [&](const std::string& heading, std::vector<store::DueRow> rows, Lateness lateness) {
        if (!rows.empty())
            answer.sections.push_back(
                named_rows(heading, std::move(rows), {database, policy, question}, lateness));
    };
    // Each deadline stands once, where it asks for most.
    auto breached = besides(std::move(figures.breached), overdue);
    const auto past_law = taken_out(overdue);
    auto soon_by_law = taken_out(due_today);
    for (auto& row : besides(taken_out(figures.at_risk), soon_by_law))
        soon_by_law.push_back(std::move(row));
    name("Passed by law", past_law, Lateness::late);
    name("Due by law", std::move(soon_by_law), Lateness::in_time);
    // What the law says comes first.
    auto& sections = answer.sections;
    std::rotate(sections.begin(), sections.begin() + static_cast<std::ptrdiff_t>(others), sections.end());
    name("Overdue", overdue, Lateness::late);
    name("Due today", due_today, Lateness::in_time);
    name("At risk, due later", besides(std::move(figures.at_risk), due_today), Lateness::in_time);
    name("Breached, and no longer overdue", std::move(breached), Lateness::late);
    if (!actions.empty()) answer.sections.push_back(late_actions(actions, policy, question));
    return std::move(answer);
}

} // namespace reklamaatio::report
