// SPDX-License-Identifier: GPL-3.0-or-later
// Two that are found to be one: complaints, or customers.
#pragma once

#include "complaint/handling.hpp"
#include "store/ledger.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace reklamaatio::store {

// The duplicates go, the survivor stays; gives the survivor. What it took to find that out is work on the survivor. Throws
// complaint::Refusal before anything is written.
Entry merge(Database& database, Ledger& ledger, const std::vector<complaint::Complaint>& duplicates,
            const complaint::Complaint& survivor, const std::string& why, const complaint::Occasion& occasion,
            std::chrono::minutes took = {});

// Likewise of customers: all complaints of the duplicates become the survivor's.
complaint::Customer merge(Database& database, Ledger& ledger,
                          const std::vector<complaint::Customer>& duplicates,
                          const complaint::Customer& survivor, const std::string& why,
                          const complaint::Occasion& occasion);

} // namespace reklamaatio::store
