// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statistics.hpp"

#include <algorithm>

namespace reklamaatio::report {

std::optional<time::Seconds> nearest_rank(std::vector<time::Seconds>& values, int percent) {
    if (values.empty()) return std::nullopt;
    const std::size_t rank = (static_cast<std::size_t>(percent) * values.size() + 99) / 100;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::ranges::nth_element(values, place);
    return *place;
}

std::optional<time::Seconds> p90(std::vector<time::Seconds>& values) {
    return values.size() < k_fewest_for_p90 ? std::nullopt : nearest_rank(values, 90);
}

} // namespace reklamaatio::report
