// SPDX-License-Identifier: GPL-3.0-or-later
// The times in which we waited for the customer.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/event.hpp"
#include "time/due.hpp"

#include <span>
#include <vector>

namespace reklamaatio::rulebook {

// For the planner alone: ends the last wait and begins a new one as the two states say; `at` is when the
// second began.
void note_wait(std::vector<time::Pause>& waits, const complaint::Complaint& before,
               const complaint::Complaint& after, time::Instant at);

// The waits for the customer among the events of one complaint, in order; the last may still last.
std::vector<time::Pause> waits(std::span<const complaint::Event> events);

} // namespace reklamaatio::rulebook
