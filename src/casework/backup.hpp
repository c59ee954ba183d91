// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the database, taken while others work. A copy is verified before it is called one, and has nothing beside it.
#pragma once

#include "store/database.hpp"
#include "store/log_cursor.hpp"
#include "store/verify.hpp"

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

namespace reklamaatio::casework {

struct Backup {
    std::int64_t bytes = 0;
    store::VerifyResult contents;
    store::LogPlace end; // of its log
};

// The database, as it was when it was opened for reading, in a file that is its owner's alone. It takes its name when it is whole,
// verified and on the disk, in the place of nothing, of an empty file or of an earlier copy. Throws Failure: usage for the
// database and what belongs to it; cannot_create for a name that something else has; bad_data for a database that is not whole;
// and StoreError. Then there is what was there before.
Backup back_up(store::Database& database, const std::string& file);

// The same to where there are no names, by way of a file in `folder` that nobody else can open and that goes by itself. `out`
// gets nothing before the copy is verified; it is left to the caller whether it took all of it.
Backup back_up_to(store::Database& database, std::ostream& out, const std::string& folder);

} // namespace reklamaatio::casework
