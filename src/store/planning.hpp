// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the log of a complaint besides its fields: deadlines, the times at which it was opened
// again, the conversation, the words that it is found by.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "rulebook/clocks/origin.hpp"
#include "rulebook/clocks/plan.hpp"
#include "store/database.hpp"
#include "store/policies.hpp"

#include <cstdint>
#include <span>

namespace reklamaatio::store {

// As the log and the policies say now.
rulebook::Plan plan_of(Database& database, PolicyBook& policies, complaint::Id id,
                       const std::vector<complaint::Event>& standing);

// As these policies say, whatever was in force.
rulebook::Plan plan_under(Database& database, std::span<const rulebook::PolicyVersion> policies,
                          complaint::Id id, const std::vector<complaint::Event>& standing);

// The same with what each deadline was planned from. Good as long as the policies stay as they are.
rulebook::Origins origins_of(Database& database, PolicyBook& policies, complaint::Id id,
                             const std::vector<complaint::Event>& standing);

// A bit for each clock.
std::int64_t clock_bits(const rulebook::Plan& plan);

void put_plan(Database& database, complaint::Id id, const rulebook::Plan& plan);

// Deadlines, reopenings, what earlier ends granted, and the cost of work again. Gives the plan that is stored now.
rulebook::Plan replan(Database& database, PolicyBook& policies, complaint::Id id);

// Plans those in which a complaint goes on: they hear what was said in it, and when.
void replan_survivors(Database& database, PolicyBook& policies, complaint::Id id);

} // namespace reklamaatio::store
