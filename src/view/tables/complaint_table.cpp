// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/complaint_table.hpp"

#include "casework/own_fields.hpp"
#include "exchange/field_set.hpp"
#include "render/columns.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"
#include "view/tables/list_columns.hpp"

namespace reklamaatio::view {

namespace {

using complaint::Overview;
using render::Cell;
using render::Kind;

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
    const ListColumn* extra = nullptr;

    // The cell is that of the row before.
    void fill(Cell& cell, const Overview& overview, const ListView& view) const {
        if (field != nullptr)
            cell.value = field->value(overview);
        else
            cell = extra->cell(overview, view);
    }
};

std::vector<Chosen> every_column(const exchange::FieldSet& fields) {
    std::vector<Chosen> columns;
    for (const auto* field : fields.all())
        columns.push_back({column_of(*field), field, nullptr});
    for (const auto& extra : list_only_columns())
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
    if (text && what == ListOf::appeals)
        return {"mark", "id", "due_at", "appealed_to", "status", "owner", "who", "what"};
    if (text && what == ListOf::publicity)
        return {"mark", "id", "due_at", "public", "status", "owner", "who", "what"};
    if (text) return {"mark", "id", "due_at", "kind", "status", "owner", "who", "what"};
    std::vector<std::string> names{"id",   "due_at",   "due_clock", "overdue", "status",
                                   "kind", "priority", "category",  "product", "channel",
                                   "team", "assignee", "customer",  "subject", "received_at"};
    if (what == ListOf::promises) names.insert(names.end(), {"promised", "promised_by"});
    if (what == ListOf::waits) names.insert(names.end(), {"waiting_reason", "waiting_since"});
    if (what == ListOf::appeals) names.emplace_back("appealed_to");
    if (what == ListOf::publicity) names.emplace_back("public");
    return names;
}

std::int64_t write_complaints(casework::Desk& desk, const store::Filter& filter,
                              const store::Sequence& sequence, const std::vector<std::string>& columns,
                              render::Writer& writer, render::Signs signs) {
    const exchange::FieldSet fields(casework::shown_fields(desk));
    auto chosen = choose(fields, columns);
    for (auto& each : chosen)
        if (each.field != nullptr && each.field->own() != nullptr)
            each.column.heading = each.field->own()->label(desk.language());
    const ListView view{desk.now(), desk.policy(), desk.database(), signs};
    writer.begin(headings(chosen));
    std::int64_t written = 0;
    render::Row row(chosen.size());
    store::read_overviews(desk.database(), filter, sequence, [&](const Overview& overview) {
        for (std::size_t place = 0; place < row.size(); ++place)
            chosen[place].fill(row[place], overview, view);
        writer.row(row);
        ++written;
    });
    writer.end();
    return written;
}

} // namespace reklamaatio::view
