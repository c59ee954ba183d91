// SPDX-License-Identifier: GPL-3.0-or-later
// Preventive actions as they stand.
#pragma once

#include "complaint/action.hpp"
#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

std::optional<complaint::Action> find_action(Database& database, complaint::ActionId id);
// One that something else in the database tells of. Throws StoreError (damaged) where it is not there.
complaint::Action known_action(Database& database, complaint::ActionId id);
// The names of the fields in which the row differs from what would be written; nothing where there is no row.
std::optional<std::vector<std::string_view>> differing_fields(Database& database,
                                                              const complaint::Action& action);
// In order of number.
std::vector<complaint::Action> all_actions(Database& database);
// Those that are to be done by some time, the most urgent first.
std::vector<complaint::Action> owed_actions(Database& database);
// Those that came from that complaint.
std::vector<complaint::Action> actions_of(Database& database, complaint::Id complaint);
void put_action(Database& database, const complaint::Action& action);
void remove_action(Database& database, complaint::ActionId id);
// One more than any that the log knows.
complaint::ActionId next_action_id(Database& database);

// Somebody who complained of what an action is to prevent, and with which complaints.
struct Concerned {
    complaint::CustomerId customer;
    std::vector<complaint::Id> complaints; // in order of number
};

// The customer of the action's complaint, and those of complaints with its cause (and its product, if it has
// one) received before `until`; of complaints that were merged the customers of both. Each once, in order of number.
std::vector<Concerned> concerned(Database& database, const complaint::Action& action, time::Instant until);
std::vector<complaint::CustomerId> customers_concerned(Database& database, const complaint::Action& action,
                                                       time::Instant until);

} // namespace reklamaatio::store
