// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/complaint_table.hpp"

#include "casework/own_fields.hpp"
#include "exchange/field_set.hpp"
#include "render/columns.hpp"
#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "time/display.hpp"
#include "view/tables/complaint_mark.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/lateness_text.hpp"
#include "view/words/remaining_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Overview;
using render::Align;
using render::Cell;
using render::Column;
using render::Kind;
using render::text_or_none;
using render::Tone;
using render::Value;

// What a cell may depend on besides the complaint.
struct View {
    time::Instant now;
    const rulebook::Policy& policy;
    store::Database& database;
    render::Signs signs;

    const time::Zone& zone() const { return policy.organisation.zone; }
};

Cell mark(const Overview& o, const View& view) {
    return complaint_mark(o, view.now, view.signs);
}

Cell owner(const Overview& o, const View&) {
    return text_or_none(rulebook::owner_of(o.complaint.team, o.complaint.assignee));
}

Cell what(const Overview& o, const View&) {
    return text_or_none(headline(o.complaint));
}

Cell customer(const Overview& o, const View&) {
    return text_or_none(called(o.customer));
}

Cell due_clock(const Overview& o, const View&) {
    return word_or_none(o.due_clock);
}

// The working time by which a deadline of that complaint is late.
std::string late_by(const Overview& o, complaint::Clock clock, time::Instant due, const View& view) {
    const auto calendar = store::calendar_of_deadline(view.database, o.complaint.id, clock, due);
    return working_time_between(due, view.now, view.policy.calendar_named(calendar));
}

// "overdue 2 bd 4 h", "today 15:30", "paused, 3 bd left", "–": how the most urgent deadline stands.
Cell due(const Overview& o, const View& view) {
    if (!o.due_at) {
        if (o.unanswered_since) return {Value{}, "unanswered", Tone::warn};
        if (!o.left) return {};
        return {Value{}, fmt::format("paused, {} left", time_left(*o.left, o.complaint, view.policy)),
                Tone::dim};
    }
    const Value value{*o.due_at};
    if (*o.due_at < view.now)
        return {value,
                (complaint::is_overdue(o, view.now) ? "overdue " : "unanswered, late ")
                    + late_by(o, *o.due_clock, *o.due_at, view),
                Tone::bad};
    const bool soon = o.warn_at && *o.warn_at <= view.now;
    return {value, time::display_near(*o.due_at, view.now, view.zone()), soon ? Tone::warn : Tone::plain};
}
Cell overdue(const Overview& o, const View& view) {
    return Value{complaint::is_overdue(o, view.now)};
}

// The open promises, the most urgent first.
std::vector<complaint::Promise> open_promises(const Overview& o, const View& view) {
    auto promises = store::procedure_of(view.database, o.complaint.id).promises;
    std::erase_if(promises, [](const auto& p) { return state_of(p) != complaint::PromiseState::open; });
    std::ranges::stable_sort(promises, {}, [](const auto& p) { return *p.due_at; });
    return promises;
}

Cell promised(const Overview& o, const View& view) {
    const auto promises = open_promises(o, view);
    if (promises.empty()) return {};
    const auto& first = promises.front();
    const auto others = promises.size() == 1 ? "" : fmt::format(" and {} more", promises.size() - 1);
    return Value{fmt::format("P{}: {}{}", first.number, first.text, others)};
}

Cell mark_of_promise(const Overview& o, const View& view) {
    const auto promises = open_promises(o, view);
    const bool is_late = !promises.empty() && *promises.front().due_at < view.now;
    return promise_mark(o, is_late, view.signs);
}

Cell promised_by(const Overview& o, const View& view) {
    const auto promises = open_promises(o, view);
    if (promises.empty()) return {};
    const auto due = *promises.front().due_at;
    if (due < view.now)
        return {Value{due}, "overdue " + late_by(o, complaint::Clock::promise, due, view), Tone::bad};
    return {Value{due}, time::display_near(due, view.now, view.zone())};
}

// Columns that only lists have.
struct Extra {
    render::Column column;
    Cell (*cell)(const Overview&, const View&);
};

const std::array<Extra, 10>& extras() {
    static const std::array<Extra, 10> table{{
        {Column{"mark", "", Align::left, 0, 0}.holding(
             Kind::text,
             "✚ when somebody was hurt; ! when overdue, ← when a customer wrote after the end, ⏸ "
             "when the customer is waited for"),
         mark},
        {Column{"due_at", "Due", Align::left, 0, 0}.holding(Kind::instant,
                                                            "the most urgent deadline that is not met"),
         due},
        {Column{"due_clock", "Clock", Align::left, 5, 0}.holding(Kind::text, "its clock"), due_clock},
        {Column{"overdue", "Overdue", Align::left, 6, 0}.holding(Kind::truth, "true when it has passed"),
         overdue},
        {Column{"owner", "Owner", Align::left, 3, 5}.holding(Kind::text, "the assignee, else the team"),
         owner},
        {Column{"who", "Customer", Align::left, 1, 8}.holding(
             Kind::text, "the customer's name, else e-mail address, else telephone number"),
         customer},
        {Column{"what", "Subject", Align::left, 0, 20}.holding(
             Kind::text, "the subject, else the first line of the text"),
         what},
        {Column{"promised", "Promised", Align::left, 0, 12}.holding(
             Kind::text, "the open promise that is due first, and how many more there are"),
         promised},
        {Column{"promised_by", "By", Align::left, 0, 0}.holding(Kind::instant, "by when"), promised_by},
        {Column{"promise_mark", "", Align::left, 0, 0}.holding(
             Kind::text, "✚ when somebody was hurt; ! when that promise is overdue"),
         mark_of_promise},
    }};
    return table;
}

Kind kind_of(complaint::OwnType type) {
    using complaint::OwnType;
    switch (type) {
    case OwnType::number:
        return Kind::decimal;
    case OwnType::money:
        return Kind::amount;
    case OwnType::date:
        return Kind::date;
    case OwnType::time:
        return Kind::instant;
    case OwnType::text:
    case OwnType::yes_no:
        break;
    }
    return Kind::text;
}

Kind kind_of(const exchange::Field& field) {
    using complaint::FieldType;
    if (field.own() != nullptr) return kind_of(field.own()->facts().type);
    if (field.name == "resolution_left_minutes") return Kind::minutes;
    switch (field.type()) {
    case FieldType::instant:
    case FieldType::given_due:
        return Kind::instant;
    case FieldType::length:
        return Kind::minutes;
    case FieldType::money:
        return Kind::amount;
    case FieldType::integer:
        return Kind::number;
    default:
        return Kind::text;
    }
}

// How a field's column may give way on a narrow terminal.
render::Column column_of(const exchange::Field& field) {
    render::Column column{std::string(field.name), std::string(field.heading), field.align(), 4, 8};
    if (field.name == "id") column.heading = "ID";
    column.is_whole = field.name == "id";
    if (field.name == "id") column.expendable = column.min_width = 0;
    if (field.name == "status") column.expendable = 2;
    column.yields_first = field.name == "status" || field.name == "kind";
    if (column.yields_first) column.min_width = 6;
    // Only a list of waits shows them unasked, where nothing tells more.
    if (field.name == "waiting_since") column.expendable = 1;
    if (field.name == "waiting_reason") column.expendable = 0;
    return column.holding(kind_of(field), field.summary());
}

// One chosen column: a field of the export, or an extra.
struct Chosen {
    render::Column column;
    const exchange::Field* field = nullptr;
    const Extra* extra = nullptr;

    Cell cell(const Overview& overview, const View& view) const {
        return field != nullptr ? Cell{field->value(overview)} : extra->cell(overview, view);
    }
};

std::vector<Chosen> every_column(const exchange::FieldSet& fields) {
    std::vector<Chosen> columns;
    for (const auto* field : fields.all())
        columns.push_back({column_of(*field), field, nullptr});
    for (const auto& extra : extras())
        columns.push_back({extra.column, nullptr, &extra});
    return columns;
}

std::vector<render::Column> headings(const std::vector<Chosen>& chosen) {
    std::vector<render::Column> columns;
    for (const auto& each : chosen)
        columns.push_back(each.column);
    return columns;
}

std::vector<Chosen> choose(const exchange::FieldSet& fields, const std::vector<std::string>& names) {
    const auto every = every_column(fields);
    std::vector<Chosen> chosen;
    for (const auto place : render::chosen_columns(headings(every), names))
        chosen.push_back(every[place]);
    return chosen;
}

} // namespace

std::vector<render::Column> all_complaint_columns(const exchange::FieldSet& fields) {
    return headings(every_column(fields));
}

std::vector<render::Column> complaint_columns(const std::vector<std::string>& names,
                                              const exchange::FieldSet& fields) {
    return headings(choose(fields, names));
}

std::vector<std::string> export_columns(const exchange::FieldSet& fields) {
    std::vector<std::string> names;
    for (const auto* field : fields.all())
        names.emplace_back(field->name);
    return names;
}

std::vector<std::string> list_columns(bool text, ListOf what) {
    if (text && what == ListOf::waits)
        return {"mark", "id", "due_at", "waiting_since", "waiting_reason", "owner", "who", "what"};
    if (text && what == ListOf::promises)
        return {"promise_mark", "id", "promised_by", "promised", "owner", "who", "what"};
    if (text) return {"mark", "id", "due_at", "kind", "status", "owner", "who", "what"};
    std::vector<std::string> names{"id",   "due_at",   "due_clock", "overdue", "status",
                                   "kind", "priority", "category",  "product", "channel",
                                   "team", "assignee", "customer",  "subject", "received_at"};
    if (what == ListOf::promises) names.insert(names.end(), {"promised", "promised_by"});
    if (what == ListOf::waits) names.insert(names.end(), {"waiting_reason", "waiting_since"});
    return names;
}

std::int64_t write_complaints(casework::Desk& desk, const store::Filter& filter,
                              const store::Sequence& sequence, const std::vector<std::string>& columns,
                              render::Writer& writer, render::Signs signs) {
    const exchange::FieldSet fields(casework::shown_fields(desk));
    const auto chosen = choose(fields, columns);
    const View view{desk.now(), desk.policy(), desk.database(), signs};
    writer.begin(headings(chosen));
    std::int64_t written = 0;
    render::Row row;
    store::read_overviews(desk.database(), filter, sequence, [&](const Overview& overview) {
        row.clear();
        for (const auto& each : chosen)
            row.push_back(each.cell(overview, view));
        writer.row(row);
        ++written;
    });
    writer.end();
    return written;
}

} // namespace reklamaatio::view
