// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that stand now, with what was done about each.
#pragma once

#include "rulebook/alerts/addressee.hpp"
#include "store/database.hpp"
#include "time/target.hpp"

#include <functional>
#include <optional>

namespace reklamaatio::store {

// How long an alert may wait, where nobody says it: three runs of a delivery that comes every ten minutes.
inline constexpr time::Target k_usual_delay{30, time::Unit::minutes};

struct StandingAlert {
    rulebook::Alert alert; // its calendar lives in the policy
    rulebook::Addressee to;
    std::optional<complaint::AlertRecord> sent; // the last time
    std::optional<complaint::AlertRecord> acknowledged;
    time::Instant untold_since; // of news: since when somebody could have been told

    bool is_news() const { return !sent && !acknowledged; }
};

// Every alert that stands now, sent or not, the most urgent first. Nothing may be written meanwhile.
using TakeAlert = std::function<void(StandingAlert)>;
void read_standing_alerts(Database& database, const rulebook::Policy& policy, time::Instant now,
                          const TakeAlert& take);

// Those of them that are news, and could have been told longer ago than `older_than`, in the hours of the alert's
// calendar. What was written down late was due no earlier than that, and `untold_since` is so. Throws time::OutOfReach
// for a calendar without hours enough.
void read_undelivered_alerts(Database& database, const rulebook::Policy& policy, time::Instant now,
                             time::Target older_than, const TakeAlert& take);

} // namespace reklamaatio::store
