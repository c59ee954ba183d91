// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/health_metrics.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// By Metric.
constexpr std::array<std::string_view, casework::k_metric_count> k_help{
    "Complaints with a deadline that has passed unmet",
    "Complaints with a deadline that is not yet due, but whose warning time has come",
    "Complaints that are new, open or waiting and that no person handles",
    "Complaints that are new, open or waiting",
    "Complaints with an alert that should have been told more than half an hour ago",
    "Complaints with a statutory term that has passed unmet, or whose warning time has come",
};
static_assert(casework::k_usual_delay == time::Target{30, time::Unit::minutes},
              "the last help says how long");

} // namespace

std::vector<render::MetricFamily> health_metrics(const casework::Counts& counts) {
    std::vector<render::MetricFamily> families;
    for (std::size_t i = 0; i < counts.size(); ++i)
        families.push_back(
            {fmt::format("reklamaatio_complaints_{}", complaint::Vocabulary<casework::Metric>::k_words[i]),
             "",
             std::string(k_help[i]),
             {{{}, static_cast<double>(counts[i].number)}}});
    return families;
}

} // namespace reklamaatio::view
