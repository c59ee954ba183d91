// SPDX-License-Identifier: GPL-3.0-or-later
// Customers and complaints that the log alone knows, since what brought them into being was undone: what was said of them
// stays there, and nothing else tells of it.
#pragma once

#include "complaint/complaint.hpp"
#include "store/customer_scope.hpp"
#include "store/database.hpp"

#include <functional>
#include <map>
#include <vector>

namespace reklamaatio::store {

// In order of number; also those of whom nothing personal is left.
std::vector<complaint::CustomerId> customers_taken_back(Database& database);
std::vector<complaint::Id> complaints_taken_back(Database& database);

// All that such a customer was, one after the other, until it was undone.
void read_taken_back(Database& database, complaint::CustomerId id,
                     const std::function<void(const complaint::Customer&)>& take);

// Whose the complaints were whose opening was undone.
using Undone = std::multimap<complaint::CustomerId, complaint::Id>;
Undone undone_complaints(Database& database);

// For whoever asks for many, and has read once what was undone.
CustomerScope scope_of(Database& database, complaint::CustomerId id, const Undone& undone);

} // namespace reklamaatio::store
