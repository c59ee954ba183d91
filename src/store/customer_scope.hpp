// SPDX-License-Identifier: GPL-3.0-or-later
// Everything on record that is about one customer.
#pragma once

#include "complaint/id.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <vector>

namespace reklamaatio::store {

// In ascending order.
struct CustomerScope {
    // The customer, and whoever is the same.
    std::vector<complaint::CustomerId> customers;
    // Theirs, also those whose opening was undone; and those of nobody that were merged with theirs.
    std::vector<complaint::Id> complaints;
    // Events of other complaints and customers by which words of these came to them: a merge, and its undoing.
    std::vector<std::int64_t> handed_on;
};

// Also of a customer who is in the log alone, since what added them was undone.
CustomerScope scope_of(Database& database, complaint::CustomerId id);
// One complaint alone, without its customer.
CustomerScope scope_of(Database& database, complaint::Id id);

} // namespace reklamaatio::store
