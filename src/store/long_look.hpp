// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a large part of a database.
#pragma once

#include "store/database.hpp"

namespace reklamaatio::store {

// From now on more of what was read is kept in memory, for it is asked for again and again.
void look_long(Database& database);

} // namespace reklamaatio::store
