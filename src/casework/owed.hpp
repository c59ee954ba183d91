// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed to the customer of a complaint now.
#pragma once

#include "complaint/complaint.hpp"
#include "rulebook/clocks/owed.hpp"
#include "rulebook/clocks/plan.hpp"
#include "store/database.hpp"

#include <vector>

namespace reklamaatio::casework {

// For a complaint that is stored: its deadlines that are owed, the most urgent first, the paused ones last.
std::vector<rulebook::Deadline> owed_deadlines(store::Database& database, complaint::Id complaint);

// The same for a complaint that was planned just now, without reading anything back.
std::vector<rulebook::Deadline> owed_deadlines(const complaint::Complaint& complaint,
                                               const rulebook::Plan& plan);

} // namespace reklamaatio::casework
