// SPDX-License-Identifier: GPL-3.0-or-later
// Steps, promises and offers as they stand, and the alerts that were told.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <vector>

namespace reklamaatio::store {

complaint::Procedure procedure_of(Database& database, complaint::Id complaint);

// Writes the parts that the changes name, as they are in `after`; those that are gone are taken out.
void put_parts(Database& database, complaint::Id complaint, const complaint::Procedure& after,
               const std::vector<complaint::PartChange>& changes);

// The alerts alone, as `alerts` asks for those of many complaints.
std::vector<complaint::AlertRecord> alerts_of(Database& database, complaint::Id complaint);
// Those of a surge on that day, of all complaints.
std::vector<complaint::AlertRecord> surge_alerts(Database& database, time::Instant day);

void remove_parts(Database& database, complaint::Id complaint);

} // namespace reklamaatio::store
