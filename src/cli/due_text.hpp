// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed to a customer, by when, in a clause.
#pragma once

#include "cli/part_text.hpp"
#include "complaint/deadline.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::cli {

// Those that are neither met nor cancelled nor given up, the most urgent first, the paused ones last. Of what
// is resolved only the follow-up, and the answer to whoever wrote then.
std::vector<complaint::Deadline> owed_deadlines(store::Database& database, complaint::Id complaint);

// "the first answer", "promise P2": what a clock waits for.
std::string owed_thing(const complaint::Deadline& deadline);

// "resolution is due Fri 13 Nov 16:00", "resolution is overdue since 13 Nov 16:00", "resolution is paused".
// With `would` what is to come is in the conditional.
std::string due_text(const complaint::Deadline& deadline, time::Instant now, const TimeText& when,
                     bool would = false);

} // namespace reklamaatio::cli
