// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a report of several sections, by their names.
#pragma once

#include "render/writer.hpp"
#include "report/random_office.hpp"

namespace reklamaatio::report::tests {

inline const ReportRow& report_named(std::string_view name) {
    return *std::ranges::find(k_reports, name, &ReportRow::name);
}

// "section group measure": "numerator/denominator" where it is of so many, else the value.
using Found = std::map<std::string, std::string>;

template <typename Told>
Found found_as(const render::Table& table, Told told) {
    Found all;
    for (const auto& row : table.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(table, row, key)); };
        all[fmt::format("{} {} {}", in("section"), in("group"), in("measure"))] = told(in);
    }
    CHECK(all.size() == table.rows.size());
    return all;
}

inline Found found(const render::Table& table) {
    return found_as(table, [](const auto& in) {
        return in("denominator").empty() ? in("value")
                                         : fmt::format("{}/{}", in("numerator"), in("denominator"));
    });
}

// All data of an answer.
inline Found found(const Answer& answer) {
    auto table = answer.data;
    if (answer.more) answer.more([&](const render::Row& row) { table.rows.push_back(row); });
    return found(table);
}

// The values alone.
inline Found values_found(const render::Table& table) {
    return found_as(table, [](const auto& in) { return in("value"); });
}

// The same from SQL that gives section, group, measure, value, numerator and denominator.
inline Found found_by_sql(store::Database& database, const std::string& sql) {
    Found all;
    auto query = database.query_once(sql);
    while (query.next())
        all[fmt::format("{} {} {}", query.text(0), query.text(1), query.text(2))] =
            query.is_null(5) ? query.text(3) : fmt::format("{}/{}", query.text(4), query.text(5));
    return all;
}

// So many of so many.
struct Pair {
    std::int64_t part = 0, whole = 0;
    void add(bool is_part) {
        part += is_part ? 1 : 0;
        ++whole;
    }
    std::string text() const { return fmt::format("{}/{}", part, whole); }
};

// A complaint received at that time, of which nothing else is said.
inline complaint::Complaint complaint_at(Instant received_at) {
    auto draft = store::tests::about("x");
    draft.kind = Kind::complaint;
    draft.received_at = received_at;
    return draft;
}

inline auto giving(const std::string& team, const std::string& assignee) {
    return [team, assignee](const complaint::Complaint& c, const complaint::Occasion& then) {
        return complaint::assign(c, {team, assignee}, then);
    };
}

} // namespace reklamaatio::report::tests
