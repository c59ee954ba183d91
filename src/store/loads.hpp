// SPDX-License-Identifier: GPL-3.0-or-later
// What people have on their desks.
#pragma once

#include "policy/warnings.hpp"
#include "rulebook/triage/routing.hpp"
#include "store/database.hpp"

#include <span>
#include <string>
#include <vector>

namespace reklamaatio::store {

// One for each of these people, in their order: the unresolved complaints that they handle, and when they
// last got one that they still have or brought to its end.
std::vector<rulebook::Load> loads_of(Database& database, std::span<const std::string> people);

// Every unresolved complaint is on one of them.
std::vector<policy::Desk> desks(Database& database);

} // namespace reklamaatio::store
