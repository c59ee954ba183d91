// SPDX-License-Identifier: GPL-3.0-or-later
// How a database is opened by one who only reads it.
#pragma once

#include "store/database.hpp"
#include "store/lock.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace reklamaatio::store {

// What SQLite is told to open.
struct Way {
    std::string name;                                // a path or a URI
    const char* file_system = "";                    // the usual one
    std::unique_ptr<StandstillLock> standstill = {}; // held as long as it is open
    const char* first = "";                          // a statement before anything is read
};

// Opens it and begins to read: all that is read later is of this moment. Throws StoreError.
using Connect = std::function<Database(Way way)>;

// `real` has its folder resolved; `shown` is what messages call it. One who may write the database may leave behind what SQLite
// keeps beside it; anybody else leaves nothing. Throws StoreError.
Database open_for_reading(const std::filesystem::path& real, const std::string& shown,
                          const Connect& connect);

} // namespace reklamaatio::store
