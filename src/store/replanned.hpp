// SPDX-License-Identifier: GPL-3.0-or-later
// What another policy would have made of the history, had it been in force from the beginning. Nothing is
// written.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "rulebook/policy.hpp"
#include "store/figures.hpp"
#include "time/period.hpp"

#include <functional>
#include <memory>

namespace reklamaatio::store {

struct Replanned {
    complaint::Id complaint;
    std::string group;                      // the value of what they are grouped by; empty: none
    std::vector<rulebook::Deadline> before; // as they are stored
    std::vector<rulebook::Deadline> after;  // as that policy alone plans them
};

// Each complaint, in order of its number, of which a deadline falls due within the period in one plan or the
// other; and a few more. Void ones are left out: all their deadlines are cancelled.
void read_replanned(Database& database, std::shared_ptr<const rulebook::Policy> policy,
                    const time::Period& period, const Group& group,
                    const std::function<void(const Replanned&)>& take);

// The latest time before which nothing that happens makes a deadline of that policy that falls due at `from`
// or later.
time::Instant reach_of(const rulebook::Policy& policy, time::Instant from);

} // namespace reklamaatio::store
