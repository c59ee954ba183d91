// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints that were received in a period, as reports count them. Void ones are none.
#pragma once

#include "store/selection.hpp"

#include <cstdint>
#include <functional>
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

} // namespace reklamaatio::store
