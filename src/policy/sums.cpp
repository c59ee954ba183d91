// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/sums.hpp"

#include <cmath>

#include <fmt/format.h>

namespace reklamaatio::policy {

std::optional<std::int64_t> read_sum(toml::Reader& reader, std::string_view key, double most,
                                     std::string_view demand) {
    const auto sum = reader.number(key);
    if (!sum) return std::nullopt;
    const double cents = std::round(*sum * 100);
    if (*sum >= 0 && *sum <= most && std::abs(cents - *sum * 100) < 1e-3)
        return static_cast<std::int64_t>(cents);
    reader.blame_value(key, fmt::format("{} must be {}", reader.called(key), demand));
    return std::nullopt;
}

} // namespace reklamaatio::policy
