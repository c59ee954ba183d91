// SPDX-License-Identifier: GPL-3.0-or-later
// Customers as rows.
#pragma once

#include "casework/desk.hpp"
#include "render/table.hpp"
#include "store/customer_overviews.hpp"

#include <vector>

namespace reklamaatio::view {

// `for_people`: only the columns that a person looks at.
// Of the data.
std::vector<render::Column> customer_columns();

render::Table customer_table(casework::Desk& desk, const std::vector<store::CustomerOverview>& customers,
                             bool for_people);

} // namespace reklamaatio::view
