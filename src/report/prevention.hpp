// SPDX-License-Identifier: GPL-3.0-or-later
// Whether complaints of a cause became fewer after a preventive action against it.
#pragma once

#include "complaint/action.hpp"
#include "report/charted.hpp"
#include "report/sheet.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::report {

inline constexpr std::array k_preventions{
    MeasureRow{"before_per_period", "A period, before", Unit::rate, Better::less,
               "complaints of the cause (and product) / at most 12 whole periods before the one in which the "
               "action was done"},
    MeasureRow{"after_per_period", "and after", Unit::rate, Better::less,
               "the same of at most 12 whole periods after it that are over by the end of the report's"},
    MeasureRow{"before_per_1000", "Per 1000, before", Unit::rate, Better::less,
               "complaints / volumes of these periods * 1000; empty where a volume is missing"},
    MeasureRow{
        "after_per_1000", "and after", Unit::rate, Better::less,
        "likewise after; the verdict compares the rates, where they are known, else the numbers a period"}};
inline constexpr SectionRow k_prevention{"prevention", "Preventive actions", k_preventions};

struct Prevented {
    complaint::Action action;
    Line line; // its group is the action
};

// Of each action that was done in the periods of the chart or those before, in order of their numbers.
std::vector<Prevented> preventions(store::Database& database, const Question& question, const Chart& chart);

} // namespace reklamaatio::report
