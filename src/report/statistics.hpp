// SPDX-License-Identifier: GPL-3.0-or-later
// Percentiles by nearest rank: a value that really occurred.
#pragma once

#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reklamaatio::report {

// A p90 of fewer values says nothing.
inline constexpr std::size_t k_fewest_for_p90 = 10;

// The smallest value that at least `percent` of 100 values do not exceed: rank ceil(percent / 100 * n).
// Nothing of no values. Reorders them.
std::optional<time::Seconds> nearest_rank(std::vector<time::Seconds>& values, int percent);

// Nothing below k_fewest_for_p90 values.
std::optional<time::Seconds> p90(std::vector<time::Seconds>& values);

// Likewise, of values in order; there must be some.
std::int64_t nearest_rank(const std::vector<std::int64_t>& sorted, int percent);

} // namespace reklamaatio::report
