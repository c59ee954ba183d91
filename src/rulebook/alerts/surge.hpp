// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a day's count is more than chance: the upper limit of a Poisson distribution.
#pragma once

#include <cstdint>

namespace reklamaatio::rulebook {

// P(X <= k) of a Poisson distribution with that mean (0 or more): exp(-mean) times the sum of mean^i / i! for
// i up to k, added up exactly as far as doubles go; for a large mean from the logarithms of its terms.
double poisson_up_to(std::int64_t k, double mean);

// How sure one must be before a day counts as a surge.
inline constexpr double k_surge_confidence = 0.999;
// Fewer complaints than that on a day are no surge, however rare they are otherwise.
inline constexpr std::int64_t k_smallest_surge = 3;

// The most that chance explains: the smallest k with P(X <= k) >= confidence. A count beyond it is a surge.
std::int64_t upper_poisson_limit(double mean, double confidence = k_surge_confidence);

} // namespace reklamaatio::rulebook
