// SPDX-License-Identifier: GPL-3.0-or-later
// Who complained in a period, whose complaints are open, and what was appealed in a period, as reports count
// them. Void complaints are none.
#pragma once

#include "complaint/procedure.hpp"
#include "store/selection.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A complaint, and what is known of its customer.
struct Complained {
    std::int64_t complaint = 0;
    time::Instant received_at;
    std::string group;
    complaint::Status status = complaint::Status::new_; // now
    std::optional<complaint::Outcome> outcome;
    std::optional<std::int64_t> audience; // where it was made in public
    std::optional<complaint::CustomerId> customer;
    // Of the customer: cents a year, in the organisation's currency. Looked up where it is at stake: of what is unresolved, and
    // of what was made in public.
    std::optional<std::int64_t> value;
};

// Those that were received within [from, until), in order of receipt.
void read_complained(Database& database, time::Instant from, time::Instant until, const Selection& which,
                     const std::function<void(const Complained&)>& take);

// Those that are unresolved, whenever they were received, in order of receipt. By `assignee_then` whose they were at `now`.
void read_unresolved(Database& database, time::Instant now, const Selection& which,
                     const std::function<void(const Complained&)>& take);

// That a decision was appealed, and what came of that.
struct Appealed {
    std::int64_t complaint = 0;
    time::Instant at; // when it was made, or decided: what is asked for
    std::string group;
    std::string body;    // its key, or complaint::k_review
    std::string decider; // whose decision it was about; empty: nobody knows
    std::string cause;   // of the complaint; empty: none
    std::optional<complaint::Decision> decision;
};

// Those that were made within [from, until), in order of time.
void read_appeals(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Appealed&)>& take);
// Those that were decided then, likewise.
void read_decided_appeals(Database& database, time::Instant from, time::Instant until, const Selection& which,
                          const std::function<void(const Appealed&)>& take);

} // namespace reklamaatio::store
