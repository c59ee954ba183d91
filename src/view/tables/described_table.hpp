// SPDX-License-Identifier: GPL-3.0-or-later
// A table that others rely on: its columns keep their names and places, and new ones come last.
#pragma once

#include "render/columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::view {

struct DescribedTable {
    std::string name;         // what is typed to get it: "report sla", or "view complaints"
    std::string_view summary; // what its rows are; a clause
    std::vector<render::Column> (*columns)();
};

} // namespace reklamaatio::view
