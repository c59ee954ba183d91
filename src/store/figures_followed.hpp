// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints that were followed up in a period, as reports count them. Void ones are none.
#pragma once

#include "store/selection.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

struct FollowedUp {
    std::int64_t complaint = 0;
    time::Instant followed_up_at;
    std::string group;
    std::optional<complaint::CustomerId> customer;
    std::optional<complaint::Reached> reached;
    std::optional<std::int64_t> csat;
    std::optional<std::int64_t> nps;
    std::optional<complaint::Retained> retained;
    // Whether all that we owed the customer until the end came in time. Nothing where nothing was owed by a time: what
    // had no target, was cancelled, or is not due yet.
    std::optional<bool> in_time;
};

// Those whose follow-up stands and was made within [from, until), in order of it; judged as of now.
void read_followed_up(Database& database, time::Instant from, time::Instant until, time::Instant now,
                      const Selection& which, const std::function<void(const FollowedUp&)>& take);

// Of a complaint whose resolution stands.
struct Asked {
    time::Instant resolved_at;
    std::string group;
    bool is_followed_up = false;
    bool has_answer = false; // csat, nps or retained
};

// Those that were resolved within [from, until), in order of resolution.
void read_asked(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Asked&)>& take);

} // namespace reklamaatio::store
