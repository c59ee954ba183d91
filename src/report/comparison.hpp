// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of one period beside those of another, and what that means.
#pragma once

#include "report/sheet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

// Fewer values, parts of a whole, or things counted in both periods together, are judged by nobody.
inline constexpr std::int64_t k_fewest_to_judge = 10;

// What is compared: periods, which may differ in length.
struct Spans {
    time::Seconds now;
    time::Seconds before;
    bool are_over; // both: a number that still grows is not compared
};

// "better", "worse", "within chance" or "not enough to judge"; empty where the measure has no better way, or is a sum,
// a p90 or a maximum. Shares by the interval of their difference, values by their ranks, counts and rates as counts of
// chance events (significance.hpp).
std::string verdict_on(const Figure& now, const Figure& before, const Spans& spans);

// A line with what the other period has for each of its figures: nothing counted where it has none, and a blank of what is
// there now, whatever the period.
struct ComparedLine {
    Line now;
    std::vector<Figure> before; // one for each; empty when nothing is compared
};

// Every line of either; what only the other period has stands behind the others of its section.
std::vector<ComparedLine> beside(const Sheet& now, const Sheet& before);

} // namespace reklamaatio::report
