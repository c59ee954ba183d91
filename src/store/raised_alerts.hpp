// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that stand now, from all that is open, in the order in which they are told.
#pragma once

#include "rulebook/alerts/alert.hpp"
#include "store/database.hpp"

#include <functional>
#include <vector>

namespace reklamaatio::store {

// Those of one complaint, or of one action, that have one due time: which of them are told, and to whom, is a matter among
// themselves.
using TakeRaised = std::function<void(std::vector<rulebook::Alert>)>;

// What rulebook::raised_alerts() makes of all that is open, in order of due time, complaint and action. Of what nobody is in
// charge of some words each are held meanwhile, of the rest nothing.
void read_raised_alerts(Database& database, const rulebook::Policy& policy, time::Instant now,
                        const TakeRaised& take);

} // namespace reklamaatio::store
