// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/injuries.hpp"
#include "report/named_rows.hpp"
#include "report/reports.hpp"
#include "store/actions.hpp"
#include "time/display.hpp"
#include "time/working_day.hpp"

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

} // namespace

Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Answer answer = sla(database, policy, question);
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
    if (!overdue.empty())
        answer.sections.push_back(
            named_rows("Overdue", overdue, {database, policy, question}, Lateness::late));
    if (!due_today.empty())
        answer.sections.push_back(
            named_rows("Due today", due_today, {database, policy, question}, Lateness::in_time));
    if (!actions.empty()) answer.sections.push_back(late_actions(actions, policy, question));
    return answer;
}

} // namespace reklamaatio::report
