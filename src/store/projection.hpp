// SPDX-License-Identifier: GPL-3.0-or-later
// All that follows from the standing events of a complaint besides its fields and words: conversation, parts,
// deadlines.
#pragma once

#include "store/database.hpp"
#include "store/policies.hpp"

namespace reklamaatio::store {

// Both do nothing where there is no such complaint.
void remove_projection(Database& database, complaint::Id id);
void write_projection(Database& database, PolicyBook& policies, complaint::Id id);

// Works out the whole state, words and all, of a database in which there is nothing but a log and policies.
void restore_state(Database& database, PolicyBook& policies);

} // namespace reklamaatio::store
