// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/long_look.hpp"

namespace reklamaatio::store {

void look_long(Database& database) {
    database.sort_in(Sorting::memory); // which keeps as many pages as a writer does
}

} // namespace reklamaatio::store
