// SPDX-License-Identifier: GPL-3.0-or-later
// People and teams as rows.
#pragma once

#include "casework/attendance.hpp"
#include "render/table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

std::vector<render::Column> person_columns();

// `for_people`: only the columns that a person looks at, with dates as they are said.
render::Table person_table(casework::Desk& desk, const std::vector<casework::Colleague>& colleagues,
                           bool for_people);

// "Mon 30 Nov", with the year where it is another one.
std::string day_text(time::Date day, time::Date today);

} // namespace reklamaatio::view
