// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/named_rows.hpp"
#include "report/reports.hpp"

namespace reklamaatio::report {

Answer daily(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Answer answer = sla(database, policy, question);
    const auto tomorrow = question.zone.start_of(question.zone.date_at(question.now) + std::chrono::days{1});
    std::vector<store::DueRow> overdue;
    std::vector<store::DueRow> due_today;
    store::read_overdue(database, question.now, store::GroupField::none,
                        [&](const store::DueRow& row) { overdue.push_back(row); });
    store::read_due_soon(database, question.now, tomorrow,
                         [&](const store::DueRow& row) { due_today.push_back(row); });
    answer.is_empty = answer.is_empty && overdue.empty() && due_today.empty();
    if (!overdue.empty())
        answer.sections.push_back(
            named_rows("Overdue", overdue, {database, policy, question}, Lateness::late));
    if (!due_today.empty())
        answer.sections.push_back(
            named_rows("Due today", due_today, {database, policy, question}, Lateness::in_time));
    return answer;
}

} // namespace reklamaatio::report
