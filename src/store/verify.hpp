// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the database can be trusted.
#pragma once

#include "store/database.hpp"
#include "store/policies.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::store {

struct VerifyResult {
    std::int64_t changes = 0;
    std::int64_t events = 0;
    std::int64_t complaints = 0;
    std::int64_t customers = 0;
    std::vector<std::string> faults; // sentences; empty: all is well
};

// Looks at the file itself, at the chain of hashes of the log, and whether replaying the log gives exactly
// the state that is stored: complaints, customers, conversations, deadlines.
VerifyResult verify(Database& database, PolicyBook& policies);

} // namespace reklamaatio::store
