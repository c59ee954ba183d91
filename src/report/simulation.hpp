// SPDX-License-Identifier: GPL-3.0-or-later
// Another policy held against real history: attainment as it was, and as it would have been.
#pragma once

#include "render/table.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <memory>
#include <string>
#include <vector>

namespace reklamaatio::report {

struct Simulation {
    render::Table figures;      // a row for each clock and group, for data formats
    render::Table figures_text; // the same for people
    render::Table changes;      // a row for each deadline whose verdict changes, in order of complaints
    std::string summary;        // "2 from met to breached, 1 from none to met"
};

// Of the figures, and of the changes.
std::vector<render::Column> figures_columns();
std::vector<render::Column> changes_columns();

// What happened stays as it was: messages, waits, resolutions, promises, due times that a source gave. All
// else is planned afresh by that policy alone, its service levels, its calendars and its way to reopen, as if
// it had been in force from the beginning. Deadlines count by the day they fell due, as in sla; before are
// those that are stored, so that it is what that report prints.
Simulation simulate(store::Database& database, std::shared_ptr<const rulebook::Policy> policy,
                    const Question& question);

} // namespace reklamaatio::report
