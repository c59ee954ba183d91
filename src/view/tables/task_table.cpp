// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/task_table.hpp"

#include "complaint/overview.hpp"
#include "render/columns.hpp"
#include "store/overviews.hpp"
#include "view/tables/said_due.hpp"
#include "view/tables/word_value.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Overview;
using complaint::Task;
using render::instant_or_none;
using render::text_or_none;
using render::Value;

constexpr std::size_t k_number = 1; // its column

bool is_open(const Task& task) {
    return state_of(task) == complaint::TaskState::open;
}

bool is_late(const Task& task, time::Instant now) {
    return is_open(task) && task.due_at && *task.due_at < now;
}

Value overdue(const Task& task, time::Instant now) {
    return is_late(task, now) ? Value{render::Length{now - *task.due_at}} : Value{};
}

Value overdue_working(const Task& task, time::Instant now, const time::Calendar& calendar) {
    return is_late(task, now) ? Value{render::Length{calendar.working_time(*task.due_at, now), true}}
                              : Value{};
}

render::Row row_of(casework::Desk& desk, const store::TaskOf& of, const Overview& about) {
    const auto& id = of.complaint;
    const auto& task = of.task;
    const auto& complaint = about.complaint;
    const auto& calendar = desk.policy().calendar_named(of.calendar);
    return {Value{to_string(id)},
            Value{task.number},
            text_or_none(task.text),
            text_or_none(task.owner),
            word_value(state_of(task)),
            said_due(desk, task.due_at, is_open(task), calendar),
            overdue(task, desk.now()),
            instant_or_none(task.made_at),
            text_or_none(task.made_by),
            instant_or_none(task.done_at),
            instant_or_none(task.dropped_at),
            word_value(complaint.status),
            text_or_none(headline(complaint)),
            text_or_none(called(about.customer)),
            text_or_none(complaint.team),
            text_or_none(complaint.assignee),
            overdue_working(task, desk.now(), calendar)};
}

} // namespace

std::vector<render::Column> task_columns() {
    using render::Align;
    using render::Column;
    using render::Kind;
    return {Column{"id", "ID", Align::left, 0, 0, true}.holding(Kind::text, "the complaint: R-124"),
            Column{"number", "Task"}.holding(Kind::number, "T1, T2... without the letter"),
            Column{"text", "What", Align::left, 0, 12}.holding(Kind::text, "what is to be done"),
            Column{"owner", "Owner"}.holding(Kind::text, "who does it: a person, or team:NAME"),
            Column{"state", "State"}.holding(Kind::text, "open, done or dropped"),
            Column{"due_at", "Due"}.holding(Kind::instant, "by when it is to be done"),
            Column{"overdue_minutes", "Overdue by (calendar time)", Align::right}.holding(
                Kind::minutes, "how long that has passed, in calendar time; empty where it has not"),
            Column{"made_at", "Made"}.holding(Kind::instant, "since when it is to be done"),
            Column{"made_by", "By"}.holding(Kind::text, "who asked for it"),
            Column{"done_at", "Done"}.holding(Kind::instant, "when it was done"),
            Column{"dropped_at", "Dropped"}.holding(Kind::instant, "when it was dropped"),
            Column{"status", "Status"}.holding(Kind::text, "of the complaint"),
            Column{"subject", "Subject", Align::left, 2, 12}.holding(
                Kind::text, "of the complaint, else the first line of its text"),
            Column{"customer", "Customer", Align::left, 1}.holding(
                Kind::text, "name, else e-mail address, else telephone number"),
            Column{"team", "Team"}.holding(Kind::text, "in charge of the complaint"),
            Column{"assignee", "Assignee"}.holding(Kind::text, "the person in charge of the complaint"),
            Column{"overdue_working_minutes", "Overdue by (working time)", Align::right}.holding(
                Kind::minutes, "how long that has passed, in working time; empty where it has not")};
}

render::Table task_table(casework::Desk& desk, const std::vector<store::TaskOf>& tasks) {
    std::vector<complaint::Id> ids;
    for (const auto& task : tasks)
        ids.push_back(task.complaint);
    const auto about = store::overviews_of(desk.database(), ids);
    render::Table table{task_columns(), {}};
    for (const auto& task : tasks)
        table.rows.push_back(row_of(desk, task, *about.at(task.complaint)));
    return table;
}

render::Table task_table_for_people(casework::Desk& desk, const std::vector<store::TaskOf>& tasks,
                                    bool with_ended) {
    auto table = task_table(desk, tasks);
    for (std::size_t i = 0; i < tasks.size(); ++i)
        table.rows[i][k_number] = Value{fmt::format("T{}", tasks[i].task.number)};
    std::vector<std::string> shown{"id", "number", "text", "owner", "due_at", "subject"};
    if (with_ended) shown.insert(shown.begin() + 4, "state");
    return render::with_columns(table, shown);
}

} // namespace reklamaatio::view
