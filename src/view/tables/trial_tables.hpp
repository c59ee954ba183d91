// SPDX-License-Identifier: GPL-3.0-or-later
// Rules on trial: what became of the cases, as programs and people are shown it.
#pragma once

#include "casework/trial.hpp"
#include "render/writer.hpp"

#include <string>

namespace reklamaatio::view {

// All of it in one table, for programs: sections misses, confusion, rules.
std::vector<render::Column> trial_columns();
render::Table trial_table(const casework::Trial& trial, const rulebook::Policy& policy);

// For people: how many cases came out as expected, for each field what became what, the cases that failed,
// and which rules matched how often.
std::string trial_page(const casework::Trial& trial, const rulebook::Policy& policy,
                       const render::WriterOptions& options);

} // namespace reklamaatio::view
