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

// Each is brought to what its log says, and is gone where that is nothing; what follows besides is written afterwards.
// `country` says how local phone numbers are read.
void follow_log(Database& database, complaint::Id id);
void follow_log(Database& database, complaint::CustomerId id, const std::string& country);
void follow_log(Database& database, PolicyBook& policies, complaint::ActionId id);

// Works out the whole state, words and all, of a database in which there is nothing but a log and policies.
void restore_state(Database& database, PolicyBook& policies);

} // namespace reklamaatio::store
