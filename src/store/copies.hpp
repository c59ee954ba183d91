// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a database that lie beside it: those that were made before upgrades, and backups.
#pragma once

#include "store/database.hpp"
#include "store/erased_list.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace reklamaatio::store {

// FILE.schema-N, which is made before a database of layout N is brought up to date.
std::string name_of_copy(const std::filesystem::path& database, int schema);

struct Copy {
    std::filesystem::path file;
    bool is_from_upgrade = false;
};

// Those that may hold still what was erased: every one that was made before an upgrade, and the backups in the database's
// folder that know of these. In order of name.
std::vector<Copy> copies_with(Database& database, const std::vector<Erased>& erased);

} // namespace reklamaatio::store
