// SPDX-License-Identifier: GPL-3.0-or-later
// Those who complain of the same: where complaints of several customers were merged, all of them are concerned.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <vector>

namespace reklamaatio::store {

// Somebody whose complaint goes on in that of another customer.
struct Complainant {
    complaint::Customer customer;
    complaint::Id complaint; // theirs, the first of them
};

// Those whose complaints were merged into this one, but for its own customer, in order of their complaints.
std::vector<Complainant> other_complainants(Database& database, complaint::Id survivor);

// The complaints of a customer, and those in which they go on, in order of number.
std::vector<complaint::Id> cases_of(Database& database, complaint::CustomerId customer);

} // namespace reklamaatio::store
