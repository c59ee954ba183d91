// SPDX-License-Identifier: GPL-3.0-or-later
// The database as it was at an earlier moment, for one who reads: all that was recorded since is taken back.
#pragma once

#include "store/database.hpp"
#include "store/policies.hpp"

#include <cstdint>

namespace reklamaatio::store {

// The last change that was recorded by then; 0 where there was none yet.
std::int64_t last_change_by(Database& database, time::Instant moment);

// Takes the log back to the end of a change and brings to it all that follows from the log, as if nothing had been recorded
// since. What was erased since stays so. Of a database that nobody else sees, in a transaction that is never committed.
void return_to(Database& database, PolicyBook& policies, std::int64_t change);

} // namespace reklamaatio::store
