// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the log is as it was written.
#pragma once

#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

// What is wrong with the log, in sentences; empty when nothing is: its numbers, its chain of hashes, what its last event
// was, its packs, and changes that changed nothing.
std::vector<std::string> faults_of_log(Database& database);

} // namespace reklamaatio::store
