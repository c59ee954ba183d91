// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/long_look.hpp"

namespace reklamaatio::store {

void look_long(Database& database) {
    database.execute("PRAGMA cache_size = -16384");
}

} // namespace reklamaatio::store
