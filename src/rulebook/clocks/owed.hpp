// SPDX-License-Identifier: GPL-3.0-or-later
// What is still owed to the customer, and among staff.
#pragma once

#include "rulebook/clocks/deadline.hpp"

#include <vector>

namespace reklamaatio::rulebook {

// Whether somebody still has to do with a deadline: it is neither met nor cancelled nor given up. Of what is
// resolved the follow-up is owed, what staff owe each other, the decision that the law requires told, and the answer to a customer who wrote then (`is_asked`).
bool is_owed(const Deadline& deadline, complaint::Status status, bool is_asked);

// Those that are owed, the most urgent first, the paused ones last.
std::vector<Deadline> owed(std::vector<Deadline> deadlines, complaint::Status status, bool is_asked);

} // namespace reklamaatio::rulebook
