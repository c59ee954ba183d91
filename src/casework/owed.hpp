// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed to the customer of a complaint now.
#pragma once

#include "rulebook/clocks/owed.hpp"
#include "store/ledger.hpp"

#include <vector>

namespace reklamaatio::casework {

// Of one that is stored, and there: the most urgent first, the paused ones last.
std::vector<rulebook::Deadline> owed_deadlines(store::Database& database, complaint::Id complaint);

// Of what was recorded just now, without reading anything back.
std::vector<rulebook::Deadline> owed_deadlines(const store::Entry& entry);

} // namespace reklamaatio::casework
