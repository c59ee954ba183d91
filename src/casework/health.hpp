// SPDX-License-Identifier: GPL-3.0-or-later
// How things are, in a few counts: what `check` tells a monitoring system.
#pragma once

#include "casework/desk.hpp"
#include "store/standing_alerts.hpp"
#include "time/target.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::casework {

// What can be counted, in the order of the performance data.
enum class Metric { overdue, due_soon, unassigned, open, undelivered, legal };

constexpr auto vocabulary(Metric) {
    return complaint::Words<6>{"a metric",
                               {"overdue", "due_soon", "unassigned", "open", "undelivered", "legal"}};
}
inline constexpr auto k_metric_count = complaint::Vocabulary<Metric>::k_words.size();

// Complaints, and the one that stands for them: the longest overdue, the next due, the oldest. What is overdue or due
// soon may be a preventive action as well.
struct Count {
    std::int64_t number = 0;
    std::string id;                  // "R-107", "A-3"; empty: there are none
    std::optional<time::Instant> at; // its due time; its receipt; since when its alert should be told
    std::string calendar = {};       // of that deadline, or alert
};

// By Metric. A complaint counts once, however many of its deadlines are overdue.
using Counts = std::array<Count, k_metric_count>;

// How long an alert may wait, where nobody says it.
inline constexpr time::Target k_usual_delay = store::k_usual_delay;

// legal are complaints with a statutory term that has passed without what it wants, or that has been warned of. Undelivered
// are complaints and preventive actions with an alert that should have been told longer ago than that. Throws
// time::OutOfReach for a calendar without hours enough.
Counts count_health(Desk& desk, time::Target undelivered_for);

} // namespace reklamaatio::casework
