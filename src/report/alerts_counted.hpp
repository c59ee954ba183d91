// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts, counted by level and by who was told.
#pragma once

#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"
#include "store/figures.hpp"

#include <compare>
#include <map>
#include <string>
#include <vector>

namespace reklamaatio::report {

// Of the lines of breaches that no alert came before, instead of a level.
inline constexpr std::string_view k_no_alert = "none";

struct AlertKey {
    std::string group;  // of --by; empty without
    std::string level;  // a word of complaint::AlertLevel, or k_no_alert
    std::string person; // who was told, or would be; of a breach who had the complaint when it fell due
    friend auto operator<=>(const AlertKey&, const AlertKey&) = default;
};

struct AlertTally {
    std::int64_t sent = 0;
    std::int64_t in_time = 0;           // sent before a deadline that is met or has fallen due since
    std::int64_t breached = 0;          // of these it was missed
    std::vector<time::Seconds> reacted; // working time of the first calendar until somebody did something
    std::int64_t breaches = 0;          // that no alert came before
    std::int64_t undelivered = 0;       // now

    AlertTally& operator+=(const AlertTally& other);
};

struct AlertsCounted {
    std::map<AlertKey, AlertTally> tallies;
    std::vector<store::DueRow> unalerted; // in order of due_at
};

AlertsCounted count_alerts(store::Database& database, const rulebook::Policy& policy,
                           const Question& question);

} // namespace reklamaatio::report
