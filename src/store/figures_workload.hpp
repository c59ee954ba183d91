// SPDX-License-Identifier: GPL-3.0-or-later
// Who has how much on their desk, and what goes from one desk to another.
#pragma once

#include "complaint/id.hpp"
#include "store/selection.hpp"

#include <functional>
#include <string>

namespace reklamaatio::store {

// An unresolved complaint, and who has it.
struct Held {
    complaint::Id complaint;
    std::string group;
    std::string team;     // empty: none
    std::string assignee; // empty: nobody
    time::Instant received_at;
};

// In order of number. By `assignee_then` whose it was at `now`.
void read_held(Database& database, time::Instant now, const Selection& which,
               const std::function<void(const Held&)>& take);

// A complaint that was received.
struct TakenIn {
    time::Instant received_at;
    std::string group;
    std::string team; // that has it now; empty: none
};

// Those that were received within [from, until); void ones are none.
void read_taken_in(Database& database, time::Instant from, time::Instant until, const Selection& which,
                   const std::function<void(const TakenIn&)>& take);

// A complaint went from one person to another.
struct HandOver {
    complaint::Id complaint;
    time::Instant at;
    std::string group; // by `assignee_then` who got it
    std::string from, to;
    std::string from_team, to_team; // that it had before and afterwards; empty: none
};

// Those within [from, until) that stand in the log, of complaints that were unresolved after `from` and are not void; in
// order of complaints.
void read_hand_overs(Database& database, time::Instant from, time::Instant until, const Selection& which,
                     const std::function<void(const HandOver&)>& take);

} // namespace reklamaatio::store
