// SPDX-License-Identifier: GPL-3.0-or-later
// The telephone numbers that several customers have, kept beside the customers so that nobody looks through all of them.
#pragma once

#include "store/database.hpp"

#include <string>

namespace reklamaatio::store {

// A customer has this number now, or has it no more; by its key (complaint::phone_key), and nothing where that is empty.
void take_phone(Database& database, const std::string& key);
void drop_phone(Database& database, const std::string& key);

// From the customers as they are.
void share_phones_anew(Database& database);
bool phones_are_shared_as_told(Database& database);

} // namespace reklamaatio::store
