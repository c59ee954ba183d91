// SPDX-License-Identifier: GPL-3.0-or-later
// The times in which we waited for the customer. For the planner alone; others ask waits() in deadline.hpp.
#pragma once

#include "complaint/complaint.hpp"
#include "time/due.hpp"

#include <vector>

namespace reklamaatio::complaint {

// Ends the last wait and begins a new one as the two states say; `at` is when the second began.
void note_wait(std::vector<time::Pause>& waits, const Complaint& before, const Complaint& after,
               time::Instant at);

} // namespace reklamaatio::complaint
