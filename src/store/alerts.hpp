// SPDX-License-Identifier: GPL-3.0-or-later
// What alerts are made of: each reader goes along an index and costs what is open, not what is stored.
#pragma once

#include "rulebook/alerts/alert.hpp"
#include "store/database.hpp"

namespace reklamaatio::store {

// The deadlines that are owed, the complaints that nobody has, and today's categories. Days are those of the
// policy's zone.
rulebook::AlertFacts alert_facts(Database& database, const rulebook::Policy& policy, time::Instant now);

// When something was last written down of a complaint by which a deadline may be planned, or somebody be in charge; not
// what was told of it, nor notes.
time::Instant last_planned_at(Database& database, complaint::Id complaint);
// Likewise of a preventive action.
time::Instant last_planned_at(Database& database, complaint::ActionId action);

} // namespace reklamaatio::store
