// SPDX-License-Identifier: GPL-3.0-or-later
// For what a complaint waits and has waited.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace reklamaatio::store {

struct WaitReason {
    std::int64_t event = 0;
    std::string reason;
    friend bool operator==(const WaitReason&, const WaitReason&) = default;
};

// In the order of the log.
std::vector<WaitReason> waits_of(Database& database, complaint::Id complaint);
// The same, of the events of a complaint that stand.
std::vector<WaitReason> waits_in(const std::vector<complaint::Event>& events);

// Adds the reason that an event says, if it does.
void put_wait(Database& database, const complaint::Event& event);

void remove_waits(Database& database, complaint::Id complaint);

} // namespace reklamaatio::store
