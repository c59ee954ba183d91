// SPDX-License-Identifier: GPL-3.0-or-later
// What staff owe each other as rows, each with what is worth knowing of its complaint.
#pragma once

#include "casework/desk.hpp"
#include "render/table.hpp"
#include "store/parts.hpp"

#include <vector>

namespace reklamaatio::view {

std::vector<render::Column> task_columns();

// Every column, for programs.
render::Table task_table(casework::Desk& desk, const std::vector<store::TaskOf>& tasks);

// The columns that a person looks at; `with_ended`: some are not open.
render::Table task_table_for_people(casework::Desk& desk, const std::vector<store::TaskOf>& tasks,
                                    bool with_ended);

} // namespace reklamaatio::view
