// SPDX-License-Identifier: GPL-3.0-or-later
// By what a complaint, or what else a report counts, belongs to a period.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace reklamaatio::report {

enum class Cohort { due_time, happening, resolution, receipt, followup, sending, now, each };

struct CohortRow {
    Cohort cohort;
    std::string_view name;     // of the measure that says how many they are
    std::string_view sentence; // below the title of a report
};

inline constexpr std::array k_cohorts{
    CohortRow{Cohort::due_time, "fell_due", "deadlines that fell due in the period"},
    CohortRow{Cohort::happening, "happened", "what happened in the period"},
    CohortRow{Cohort::resolution, "resolved", "what was resolved in the period"},
    CohortRow{Cohort::receipt, "received", "what was received in the period"},
    CohortRow{Cohort::followup, "followed_up", "what was followed up in the period"},
    CohortRow{Cohort::sending, "sent", "alerts that were sent in the period"},
    CohortRow{Cohort::now, "at_hand", "what is there now, and what happened in the period"},
    CohortRow{Cohort::each, "resolved",
              "what was received, fell due or was resolved in the period, as each line says"}};

constexpr const CohortRow& row_of(Cohort cohort) {
    return k_cohorts[static_cast<std::size_t>(cohort)];
}
static_assert(std::ranges::all_of(k_cohorts,
                                  [](const CohortRow& row) { return &row_of(row.cohort) == &row; }),
              "one row for each cohort, in their order");

} // namespace reklamaatio::report
