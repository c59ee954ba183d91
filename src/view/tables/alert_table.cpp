// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/alert_table.hpp"

#include "text/plural.hpp"
#include "text/visible.hpp"
#include "text/wrap.hpp"
#include "time/display.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/lateness_text.hpp"

#include <array>
#include <limits>
#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using casework::Digest;
using casework::DueAlert;
using complaint::AlertLevel;
using complaint::Complaint;
using render::Align;
using render::Cell;
using render::instant_or_none;
using render::Kind;
using render::text_or_none;
using render::Tone;
using render::Value;

// "R-12", "A-3".
std::string matter_id(const DueAlert& alert) {
    return alert.action ? to_string(*alert.action) : to_string(alert.complaint);
}

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
                [](const DueAlert& a, time::Instant) { return Value{matter_id(a)}; }},
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
    AlertColumn{"detail", "Detail", Kind::text, "the point of an escalation, or the category of a surge",
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

std::string working_time(const DueAlert& alert, time::Instant from, time::Instant until) {
    return working_time_between(from, until, *alert.calendar);
}

Cell how_much(const DueAlert& alert, time::Instant now) {
    const auto due = *alert.what.due_at;
    if (alert.what.level == AlertLevel::surge)
        return Value{fmt::format("{} today; chance explains at most {}", alert.count, alert.limit)};
    if (alert.what.level == AlertLevel::unassigned)
        return {Value{"for " + working_time(alert, alert.about->complaint.received_at, now)}, "", Tone::bad};
    if (due < now) return {Value{working_time(alert, due, now) + " late"}, "", Tone::bad};
    return {Value{"in " + working_time(alert, now, due)}, "", Tone::warn};
}

Cell due(const DueAlert& alert, time::Instant now, const time::Zone& zone) {
    if (!alert.what.clock) return {};
    return {Value{*alert.what.due_at}, time::display_near(*alert.what.due_at, now, zone)};
}

Value owner(const DueAlert& alert) {
    if (!alert.owner.empty() || alert.action) return text_or_none(alert.owner);
    const auto& complaint = alert.about->complaint;
    return text_or_none(rulebook::owner_of(complaint.team, complaint.assignee));
}

Cell state(const DueAlert& alert, time::Instant now, const render::WriterOptions& options) {
    const auto when = [&](time::Instant at) {
        return options.style.near_times ? time::display_near(at, now, options.zone)
                                        : time::display_absolute(at, options.zone);
    };
    if (alert.acknowledged) {
        const auto& record = *alert.acknowledged;
        return {Value{fmt::format("acknowledged {} by {}{}{}", when(*record.acknowledged_at),
                                  record.acknowledged_by, record.text.empty() ? "" : ": ", record.text)},
                "", Tone::dim};
    }
    if (!alert.sent) return {Value{std::string("not sent yet")}, "", Tone::strong};
    const bool same = alert.sent->sent_to == alert.to.key;
    return {Value{fmt::format("sent {}{}{}", when(*alert.sent->sent_at), same ? "" : " to ",
                              same ? "" : alert.sent->sent_to)}};
}

// What a person has to do with: of a task, that and the complaint behind it.
Value matter(const DueAlert& alert) {
    if (alert.action) return text_or_none(alert.task);
    const auto subject = headline(alert.about->complaint);
    if (alert.task.empty()) return text_or_none(subject);
    return Value{subject.empty() ? alert.task : fmt::format("{} ({})", alert.task, subject)};
}

std::string heading(const Digest& digest) {
    const auto& to = digest.to;
    std::string known = to.name == to.key ? "" : to.name;
    if (!to.email.empty()) known += (known.empty() ? "" : ", ") + to.email;
    return text::visible_line(fmt::format("{}{}: {}", to.key,
                                          known.empty() ? "" : fmt::format(" ({})", known),
                                          text::plural(digest.alerts.size(), "alert")));
}

} // namespace

std::vector<render::Column> alert_columns() {
    std::vector<render::Column> columns;
    for (const auto& [key, heading, kind, meaning, value, align] : k_columns)
        columns.push_back(
            render::Column{std::string(key), std::string(heading), align}.holding(kind, meaning));
    return columns;
}

render::Table alert_table(std::span<const DueAlert> alerts, time::Instant now) {
    render::Table table{alert_columns(), {}};
    for (const auto& alert : alerts) {
        render::Row row;
        for (const auto& column : k_columns)
            row.emplace_back(column.value(alert, now));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string digest_text(const Digest& digest, time::Instant now, const render::WriterOptions& options,
                        bool with_state) {
    render::Table table{{{"id", "ID", Align::left, 0, 0, true},
                         {"alert", "Alert", Align::left, 0, 0},
                         {"how_much", "Working time", Align::left, 0, 0},
                         {"due_at", "Due", Align::left, 5, 0},
                         {"owner", "Owner", Align::left, 4, 6},
                         {"who", "Customer", Align::left, 3, 8},
                         {"what", "Subject", Align::left, 0, 8}},
                        {}};
    if (with_state) table.columns.push_back({"state", "State", Align::left, 1, 12});
    for (const auto& alert : digest.alerts) {
        render::Row row{Value{matter_id(alert)},
                        Value{complaint::alert_text(alert.what)},
                        how_much(alert, now),
                        due(alert, now, options.zone),
                        owner(alert),
                        alert.action ? Value{} : text_or_none(called(alert.about->customer)),
                        matter(alert)};
        if (with_state) row.push_back(state(alert, now, options));
        table.rows.push_back(std::move(row));
    }
    std::ostringstream out;
    const int width = options.style.width;
    for (const auto& line :
         text::wrapped(heading(digest), width > 0 ? width : std::numeric_limits<int>::max()))
        out << render::painted(line, Tone::strong, options.style) << '\n';
    render::write(table, out, options);
    return out.str();
}

} // namespace reklamaatio::view
