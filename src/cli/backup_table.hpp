// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a copy of the database that was made, or of which one was made.
#pragma once

#include "casework/backup.hpp"
#include "render/table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::cli {

std::vector<render::Column> backup_columns();
render::Table backup_table(const std::string& file, const casework::Backup& backup);

// "2 complaints in 3 changes, 217088 bytes".
std::string backup_text(const casework::Backup& backup);

} // namespace reklamaatio::cli
