// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a database file that belong to nothing. SQLite clears what it deletes (secure_delete), but where it moves rows
// to another page, it leaves them also where they were: out of its own reach, and for everybody to read who reads the file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace reklamaatio::store {

// Clears them in the pages of these trees, and is on the disk when it returns. SQLite never reads these bytes, so that it does
// not matter who reads the database, nor where it is cut short; but nobody else may write, and what was committed must be in the file and not
// in a log. `path` is the database as it was named. Throws StoreError: damaged, cannot_read, cannot_write...
void clear_free_space(sqlite3* database, const std::vector<std::int64_t>& roots, const std::string& path);

} // namespace reklamaatio::store
