// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a policy: judged, in force, and the deadlines that it moves.
#pragma once

#include "render/table.hpp"
#include "store/ledger.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

// A row for each warning.
std::vector<render::Column> judged_columns();
render::Table judged_table(const std::vector<std::string>& warnings);

// One row. `concerns` are sentences that a script must hear of as well.
std::vector<render::Column> applied_columns();
render::Table applied_table(const store::Ledger::Applied& applied, bool is_new,
                            const std::vector<std::string>& concerns);

// A row for each deadline.
std::vector<render::Column> moved_columns();
render::Table moved_table(const std::vector<store::Ledger::Moved>& moved);

} // namespace reklamaatio::view
