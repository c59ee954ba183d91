// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what stands around the log and the state is as the program made it.
#pragma once

#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

// Tables, indexes and views that are missing or were changed, and triggers, of which there are none. What
// others have added for themselves is no fault.
std::vector<std::string> faults_of_schema(Database& database);

} // namespace reklamaatio::store
