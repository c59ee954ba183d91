// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines as rows: what reports count and alerts look at.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

// Ordered by clock and ordinal.
std::vector<rulebook::Deadline> deadlines_of(Database& database, complaint::Id complaint);

// The calendar of the one of that clock that is due then; empty where it has none of its own.
std::string calendar_of_deadline(Database& database, complaint::Id complaint, complaint::Clock clock,
                                 time::Instant due_at);

// Of a complaint that has none yet.
void add_deadlines(Database& database, complaint::Id complaint, const std::vector<rulebook::Deadline>& plan);

// Makes the stored rows of a complaint equal to the plan; touches only what differs.
void put_deadlines(Database& database, complaint::Id complaint, const std::vector<rulebook::Deadline>& plan);

// Likewise for the times at which it was resolved and opened again.
// They are numbered from 1 on. Throws StoreError (damaged) where they are not.
std::vector<complaint::Reopening> reopenings_of(Database& database, complaint::Id complaint);
void put_reopenings(Database& database, complaint::Id complaint,
                    const std::vector<complaint::Reopening>& reopenings);

} // namespace reklamaatio::store
