// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statistics.hpp"

#include <algorithm>

namespace reklamaatio::report {

namespace {

// From 0.
std::size_t place_of_rank(std::size_t count, int percent) {
    const std::size_t rank = (static_cast<std::size_t>(percent) * count + 99) / 100;
    return std::max<std::size_t>(rank, 1) - 1;
}

} // namespace

std::optional<time::Seconds> nearest_rank(std::vector<time::Seconds>& values, int percent) {
    if (values.empty()) return std::nullopt;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(place_of_rank(values.size(), percent));
    std::ranges::nth_element(values, place);
    return *place;
}

std::optional<time::Seconds> p90(std::vector<time::Seconds>& values) {
    return values.size() < k_fewest_for_p90 ? std::nullopt : nearest_rank(values, 90);
}

std::int64_t nearest_rank(const std::vector<std::int64_t>& sorted, int percent) {
    return sorted[place_of_rank(sorted.size(), percent)];
}

} // namespace reklamaatio::report
