// SPDX-License-Identifier: GPL-3.0-or-later
// How things are, in four counts: what `check` tells a monitoring system.
#pragma once

#include "casework/desk.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::casework {

// What can be counted, in the order of the performance data.
enum class Metric { overdue, due_soon, unassigned, open };

constexpr auto vocabulary(Metric) {
    return complaint::Words<4>{"a metric", {"overdue", "due_soon", "unassigned", "open"}};
}
inline constexpr auto k_metric_count = complaint::Vocabulary<Metric>::k_words.size();

// Complaints, and the one that stands for them: the longest overdue, the next due, the oldest.
struct Count {
    std::int64_t number = 0;
    std::optional<complaint::Id> complaint; // nothing: there are none
    std::optional<time::Instant> at;        // its due time; of the two last metrics, its receipt
    std::string calendar = {};              // of that deadline
};

// By Metric. A complaint counts once, however many of its deadlines are overdue.
using Counts = std::array<Count, k_metric_count>;

Counts count_health(Desk& desk);

} // namespace reklamaatio::casework
