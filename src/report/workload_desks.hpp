// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on each desk: that of all, of each team and of each person.
#pragma once

#include "report/measure.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace reklamaatio::report {

// Of one person or team, or of all.
struct Desk {
    Values ages; // of what is open: seconds since receipt
    std::int64_t overdue = 0;
    std::int64_t at_risk = 0; // and not overdue
    std::int64_t away = 0;    // how many people
    // In the period.
    std::int64_t received = 0, resolved = 0, handed_on = 0, taken_over = 0;

    std::int64_t open() const { return static_cast<std::int64_t>(ages.size()); }
};

using Desks = std::map<std::string, Desk>; // by group, team or person; empty: none, or nobody

struct AllDesks {
    Desks all; // by the groups of --by, or together
    // Without --by alone. Those of the policy are there also when nothing lies on them.
    Desks teams, people;
};

AllDesks count_desks(store::Database& database, const rulebook::Policy& policy, const Question& question);

} // namespace reklamaatio::report
