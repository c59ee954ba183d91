// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/alert_table.hpp"

#include "view/tables/word_value.hpp"

#include <array>

namespace reklamaatio::view {

namespace {

using casework::DueAlert;
using complaint::Complaint;
using render::Align;
using render::instant_or_none;
using render::Kind;
using render::text_or_none;
using render::Value;

// Of a preventive action it is nothing: what is said of its complaint is not what the alert is about.
template <typename Read>
Value of_complaint(const DueAlert& alert, Read read) {
    return alert.action ? Value{} : read(alert.about->complaint);
}

// A column of the facts, and how its cell is read.
struct AlertColumn {
    std::string_view key;
    std::string_view heading;
    Kind kind;
    std::string_view meaning;
    Value (*value)(const DueAlert& alert, time::Instant now);
    Align align = Align::left;
};

constexpr std::array k_columns{
    AlertColumn{"id", "ID", Kind::text,
                "the complaint; of a surge the first one beyond the limit; or the preventive action",
                [](const DueAlert& a, time::Instant) { return Value{casework::matter_of(a)}; }},
    AlertColumn{"to", "To", Kind::text, "who hears of it",
                [](const DueAlert& a, time::Instant) { return Value{a.to.key}; }},
    AlertColumn{"email", "E-mail", Kind::text, "of that person",
                [](const DueAlert& a, time::Instant) { return text_or_none(a.to.email); }},
    AlertColumn{"person", "Person", Kind::text, "who it is meant for; empty for nobody",
                [](const DueAlert& a, time::Instant) { return text_or_none(a.person); }},
    AlertColumn{"level", "Level", Kind::text, "due_soon, overdue, escalation, unassigned or surge",
                [](const DueAlert& a, time::Instant) { return word_value(*a.what.level); }},
    AlertColumn{
        "clock", "Clock", Kind::text, "of the deadline",
        [](const DueAlert& a, time::Instant) { return a.what.clock ? word_value(*a.what.clock) : Value{}; }},
    AlertColumn{"ordinal", "Ordinal", Kind::number,
                "which of the clock's deadlines; of a promise or a task its number",
                [](const DueAlert& a, time::Instant) {
                    return a.what.clock && !a.action ? Value{a.what.ordinal} : Value{};
                },
                Align::right},
    AlertColumn{
        "detail", "Detail", Kind::text,
        "the point of an escalation, the category of a surge, or the warning or day of a statutory term",
        [](const DueAlert& a, time::Instant) { return text_or_none(a.what.detail); }},
    AlertColumn{"due_at", "Due", Kind::instant,
                "of the deadline; of an unassigned complaint when that was too long; of a surge the "
                "beginning of the day",
                [](const DueAlert& a, time::Instant) { return instant_or_none(a.what.due_at); }},
    AlertColumn{"raised_at", "Raised", Kind::instant, "since when there is reason for it",
                [](const DueAlert& a, time::Instant) { return instant_or_none(a.what.raised_at); }},
    AlertColumn{"overdue_minutes", "Overdue by (calendar time)", Kind::minutes,
                "how long the deadline has passed, in calendar time",
                [](const DueAlert& a, time::Instant now) {
                    const bool is_overdue = a.what.clock && *a.what.due_at < now;
                    return is_overdue ? Value{render::Length{now - *a.what.due_at}} : Value{};
                },
                Align::right},
    AlertColumn{"kind", "Kind", Kind::text, "of the complaint",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return word_value(c.kind); });
                }},
    AlertColumn{"priority", "Priority", Kind::text, "of the complaint",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return word_value(c.priority); });
                }},
    AlertColumn{"category", "Category", Kind::text, "of the complaint",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return text_or_none(c.category); });
                }},
    AlertColumn{"team", "Team", Kind::text, "in charge",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return text_or_none(c.team); });
                }},
    AlertColumn{"assignee", "Assignee", Kind::text, "the person in charge",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return text_or_none(c.assignee); });
                }},
    AlertColumn{"customer", "Customer", Kind::text, "name, else e-mail address, else telephone number",
                [](const DueAlert& a, time::Instant) {
                    return a.action ? Value{} : text_or_none(called(a.about->customer));
                }},
    AlertColumn{"subject", "Subject", Kind::text, "of the complaint, else the first line of its text",
                [](const DueAlert& a, time::Instant) {
                    return of_complaint(a, [](const Complaint& c) { return text_or_none(headline(c)); });
                }},
    AlertColumn{
        "sent_at", "Sent", Kind::instant, "when somebody was told last",
        [](const DueAlert& a, time::Instant) { return a.sent ? instant_or_none(a.sent->sent_at) : Value{}; }},
    AlertColumn{
        "sent_to", "Sent to", Kind::text, "who",
        [](const DueAlert& a, time::Instant) { return a.sent ? text_or_none(a.sent->sent_to) : Value{}; }},
    AlertColumn{"acknowledged_at", "Acknowledged", Kind::instant, "when it was acknowledged",
                [](const DueAlert& a, time::Instant) {
                    return a.acknowledged ? instant_or_none(a.acknowledged->acknowledged_at) : Value{};
                }},
    AlertColumn{"acknowledged_by", "By", Kind::text, "by whom",
                [](const DueAlert& a, time::Instant) {
                    return a.acknowledged ? text_or_none(a.acknowledged->acknowledged_by) : Value{};
                }},
    AlertColumn{"note", "Note", Kind::text, "with what words",
                [](const DueAlert& a, time::Instant) {
                    return a.acknowledged ? text_or_none(a.acknowledged->text) : Value{};
                }},
    AlertColumn{"overdue_working_minutes", "Overdue by (working time)", Kind::minutes,
                "how long the deadline has passed, in working time",
                [](const DueAlert& a, time::Instant now) {
                    const bool is_overdue = a.what.clock && *a.what.due_at < now;
                    return is_overdue
                               ? Value{render::Length{a.calendar->working_time(*a.what.due_at, now), true}}
                               : Value{};
                },
                Align::right},
    AlertColumn{"task", "Task", Kind::text, "of a task or a preventive action, what is to be done",
                [](const DueAlert& a, time::Instant) { return text_or_none(a.task); }},
};

} // namespace

std::vector<render::Column> alert_columns() {
    std::vector<render::Column> columns;
    for (const auto& [key, heading, kind, meaning, value, align] : k_columns)
        columns.push_back(
            render::Column{std::string(key), std::string(heading), align}.holding(kind, meaning));
    return columns;
}

render::Value alert_value(const DueAlert& alert, std::size_t column, time::Instant now) {
    return k_columns[column].value(alert, now);
}

} // namespace reklamaatio::view
