// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the database that are for everybody, with what their columns hold.
#pragma once

#include "view/tables/described_table.hpp"

#include <vector>

namespace reklamaatio::view {

// Each under its name behind "view".
std::vector<DescribedTable> public_views();
// Those of them that tell what belongs to a complaint.
std::vector<DescribedTable> part_views();

} // namespace reklamaatio::view
