// SPDX-License-Identifier: GPL-3.0-or-later
// Preventive actions, and the customers whom they concern, as rows.
#pragma once

#include "casework/desk.hpp"
#include "complaint/action.hpp"
#include "render/table.hpp"
#include "store/actions.hpp"

#include <vector>

namespace reklamaatio::view {

// Of the data, of either.
std::vector<render::Column> action_columns();
std::vector<render::Column> concerned_columns();

// `for_people`: only the columns that a person looks at.
render::Table action_table(casework::Desk& desk, const std::vector<complaint::Action>& actions,
                           bool for_people);

// Who is to be told of an action: name, contact, and which complaints.
render::Table concerned_table(casework::Desk& desk, const std::vector<store::Concerned>& concerned);

} // namespace reklamaatio::view
