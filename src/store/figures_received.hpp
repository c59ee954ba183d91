// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints that were received in a period, as reports count them. Void ones are none.
#pragma once

#include "store/selection.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace reklamaatio::store {

struct Received {
    std::int64_t complaint = 0;
    time::Instant received_at;
    std::string group;
    complaint::Status status = complaint::Status::new_; // now
};

// Those that were received within [from, until), in order of receipt.
void read_received(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const Received&)>& take);

// How many they are of each group that has any.
std::map<std::string, std::int64_t> count_received(Database& database, time::Instant from,
                                                   time::Instant until, const Selection& which);

// Whether somebody complained of the same thing again, which is the group.
struct Recurrence {
    time::Instant received_at;
    std::string group;
    // Whether the customer had complained of it in the 365 days before: with a complaint or a claim that is not void.
    // Nothing where nobody knows who complained, or of what.
    std::optional<bool> came_back;
};

// Likewise.
void read_recurrences(Database& database, time::Instant from, time::Instant until, const Selection& which,
                      const std::function<void(const Recurrence&)>& take);

} // namespace reklamaatio::store
