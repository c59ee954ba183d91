// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measure_tables.hpp"

#include "render/columns.hpp"

#include <array>

namespace reklamaatio::report {

namespace {

using render::Value;

// One measure for each cohort, and the section that has it alone.
constexpr auto cohort_measures() {
    std::array<MeasureRow, k_cohorts.size()> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = {k_cohorts[i].name, "", Unit::count, Better::neither, k_cohorts[i].sentence};
    return rows;
}
constexpr auto k_cohort_measures = cohort_measures();

constexpr auto cohort_sections() {
    std::array<SectionRow, k_cohorts.size()> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = {k_cohort_section, "", std::span(&k_cohort_measures[i], 1)};
    return rows;
}
constexpr auto k_cohort_sections = cohort_sections();

render::Row row_of(const Line& line, const Figure& now, const Figure& before, const Question& question) {
    return {Value{std::string(line.section->name)},
            render::text_or_none(line.group),
            Value{now.name()},
            now.value,
            render::number_or_none(now.numerator),
            render::number_or_none(now.denominator),
            question.compared ? before.value : Value{},
            question.compared ? render::number_or_none(before.numerator) : Value{},
            question.compared ? render::number_or_none(before.denominator) : Value{},
            render::text_or_none(shown_verdict(now, before, question))};
}

} // namespace

std::vector<render::Column> measure_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("section", Kind::text,
                    "part of the report; cohort says how many belong to the period, and by what"),
        data_column("group", Kind::text, "of --by, or what the section is about; empty without"),
        data_column("measure", Kind::text, "what was measured; of money its currency stands behind"),
        data_column("value", Kind::decimal,
                    "a count, a share from 0 to 1, minutes, or money of its currency"),
        data_column("numerator", Kind::number, "of a share the part, of a rate the count, of a mean the sum"),
        data_column("denominator", Kind::number,
                    "of a share the whole, of a rate the volume, of a percentile or mean how many values"),
        data_column("previous_value", Kind::decimal, "with --compare the same of the other period"),
        data_column("previous_numerator", Kind::number, "likewise"),
        data_column("previous_denominator", Kind::number, "likewise"),
        data_column("verdict", Kind::text,
                    "better, worse, within chance or not enough to judge; of a rate what its chart says")};
}

const SectionRow& cohort_section(Cohort cohort) {
    return k_cohort_sections[static_cast<std::size_t>(cohort)];
}

std::string shown_verdict(const Figure& now, const Figure& before, const Question& question) {
    if (!now.verdict.empty() || !question.compared) return now.verdict;
    if (now.is_nothing() && before.is_nothing()) return "";
    const auto length = [](const time::Period& period) { return period.until - period.from; };
    return verdict_on(now, before,
                      {length(question.period), length(*question.compared),
                       question.is_over() && question.compared->until <= question.now});
}

render::Table data_table(const std::vector<ComparedLine>& lines, const Question& question) {
    render::Table table{measure_columns(), {}};
    for (const auto& [now, before] : lines)
        for (std::size_t i = 0; i < now.figures.size(); ++i)
            table.rows.push_back(row_of(now, now.figures[i], before[i], question));
    return table;
}

void take_rows(const Line& line, const Question& question,
               const std::function<void(const render::Row&)>& take) {
    for (const auto& figure : line.figures)
        take(row_of(line, figure, {figure.row}, question));
}

} // namespace reklamaatio::report
