// SPDX-License-Identifier: GPL-3.0-or-later
// What was given, paid, owed and worked, by group.
#pragma once

#include "report/question.hpp"
#include "report/sums.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <string>

namespace reklamaatio::report {

// What the complaints of one group cost.
struct CostTally {
    std::int64_t resolved = 0; // and stands
    std::int64_t gave = 0;     // of these
    Sums given, approved, paid, owed;
    std::map<std::string, Sums> by_remedy, by_approver;
    std::optional<time::Instant> oldest_debt;
    Values effort; // seconds, of each complaint that has any
    std::int64_t minutes = 0, unpriced = 0;
    Totals handling;
};

// By group of --by; without it there is one, whose name is empty.
std::map<std::string, CostTally> count_remedies(store::Database& database, const Question& question);

} // namespace reklamaatio::report
