// SPDX-License-Identifier: GPL-3.0-or-later
// How each clock was kept, counted; for the SLA report alone.
#pragma once

#include "report/measure_tables.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"
#include "store/figures.hpp"

#include <map>
#include <string>
#include <vector>

namespace reklamaatio::report {

// The figures of one clock in one group.
struct Kept {
    std::int64_t due = 0;
    std::int64_t met = 0;
    std::int64_t overdue_now = 0;
    std::int64_t at_risk = 0;
    std::int64_t not_yet_due = 0;
    std::int64_t no_target = 0;
    std::vector<time::Seconds> taken;   // of the met
    std::vector<time::Seconds> overrun; // of the late and of those still unmet

    std::int64_t breached() const { return due - met; }
    render::Share attainment() const { return {met, due}; }
};

struct KeptKey {
    complaint::Clock clock;
    std::string group;
    friend auto operator<=>(const KeptKey&, const KeptKey&) = default;
};

struct KeptClocks {
    // Those that end in the period because they were extended.
    std::int64_t extended_terms = 0;
    std::int64_t extended_resolutions = 0;
    std::map<KeptKey, Kept> tallies;
    std::vector<store::DueRow> breached; // of the period
    std::vector<store::DueRow> soon;     // at risk now
};

KeptClocks count_kept(store::Database& database, const rulebook::Policy& policy, const Question& question);

// Those of this period beside those of the other, a line for each clock and group of either: the attainment, and the
// medians of the time taken and of the overrun.
std::vector<ComparedLine> compared_clocks(const KeptClocks& now, const KeptClocks& before);

// Attainment over time, a picture for each clock of which anything was due; of groups beside each other; else of the clocks.
std::vector<render::Chart> sla_charts(const KeptClocks& figures, const Question& question);

} // namespace reklamaatio::report
