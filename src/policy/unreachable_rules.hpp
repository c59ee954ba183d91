// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that can never set anything.
#pragma once

#include "rulebook/policy.hpp"
#include "toml/reader.hpp"

namespace reklamaatio::policy {

// Adds a fault at that place when the rule, which comes after those of the policy, sets nothing: because it
// names nothing, because its own conditions ask that it is decided already, or because rules before it that
// match whenever it does have set it.
void check_is_reachable(const rulebook::Policy& policy, const rulebook::Rule& rule, toml::Place place,
                        toml::Faults& faults);

// What a rule names in vain, as its conditions ask that the field has a value already; such a value stays.
std::vector<rulebook::Settable> decided_by_its_conditions(const rulebook::Policy& policy,
                                                          const rulebook::Rule& rule);

} // namespace reklamaatio::policy
