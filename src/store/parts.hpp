// SPDX-License-Identifier: GPL-3.0-or-later
// Steps, promises and offers as they stand.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

namespace reklamaatio::store {

complaint::Procedure procedure_of(Database& database, complaint::Id complaint);

// Writes the parts that the changes name, as they are in `after`; those that are gone are taken out.
void put_parts(Database& database, complaint::Id complaint, const complaint::Procedure& after,
               const std::vector<complaint::PartChange>& changes);

void remove_parts(Database& database, complaint::Id complaint);

} // namespace reklamaatio::store
