// SPDX-License-Identifier: GPL-3.0-or-later
// Preventive actions, and the customers whom they concern, as rows.
#pragma once

#include "cli/session.hpp"
#include "complaint/action.hpp"
#include "store/actions.hpp"

#include <vector>

namespace reklamaatio::cli {

// Prints them; in text the columns that a person looks at.
void show_actions(Session& session, const std::vector<complaint::Action>& actions);

// Who is to be told of an action: name, contact, and which complaints.
void show_concerned(Session& session, const std::vector<store::Concerned>& concerned);

} // namespace reklamaatio::cli
