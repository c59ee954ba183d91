// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in tables: one for data, in which each figure is a row, and those that people read.
#pragma once

#include "report/cohort.hpp"
#include "report/comparison.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

// section, group, measure, value, numerator, denominator, previous_value, previous_numerator, previous_denominator,
// verdict: of every report of several sections, for ever.
std::vector<render::Column> measure_columns();

// The section that says how many belong to the period; people read it below the title.
inline constexpr std::string_view k_cohort_section = "cohort";
const SectionRow& cohort_section(Cohort cohort);

// What the report itself says of a figure, else what comparing says, else nothing; nothing where neither period has
// anything.
std::string shown_verdict(const Figure& now, const Figure& before, const Question& question);

// A row for each figure. What has no other beside it has nothing in the columns of the previous one.
render::Table data_table(const std::vector<ComparedLine>& lines, const Question& question);

// The rows of a line that has no other beside it, such as that of one complaint.
void take_rows(const Line& line, const Question& question,
               const std::function<void(const render::Row&)>& take);

// Tables for people: one for each section, or for several that have the same measures. Where nothing is compared a
// line without a group is read from top to bottom, a row for each measure, and several are rows themselves; else each
// figure is a row, with that of the other period and the verdict beside it. Working time is told in days of the policy's first calendar.
std::vector<Section> text_sections(const std::vector<ComparedLine>& lines, const rulebook::Policy& policy,
                                   const Question& question);

} // namespace reklamaatio::report
