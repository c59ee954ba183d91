// SPDX-License-Identifier: GPL-3.0-or-later
// What alerts are made of: each reader goes along an index and costs what is open, not what is stored.
#pragma once

#include "rulebook/alerts/alert.hpp"
#include "store/database.hpp"

#include <functional>

namespace reklamaatio::store {

// The deadlines of complaints that are owed, in order of due time and complaint.
void read_owed(Database& database, const rulebook::Policy& policy, time::Instant now,
               const std::function<void(const rulebook::OwedDeadline&)>& take);

// The complaints that nobody has.
void read_unassigned(Database& database, const std::function<void(const rulebook::Unassigned&)>& take);

// What there are few of: the preventive actions that are owed, and today's categories. Days are those of the policy's zone.
rulebook::AlertFacts facts_beside_complaints(Database& database, const rulebook::Policy& policy,
                                             time::Instant now);

// When something was last written down of a complaint by which a deadline may be planned, or somebody be in charge; not
// what was told of it, nor notes.
time::Instant last_planned_at(Database& database, complaint::Id complaint);
// Likewise of a preventive action.
time::Instant last_planned_at(Database& database, complaint::ActionId action);

} // namespace reklamaatio::store
