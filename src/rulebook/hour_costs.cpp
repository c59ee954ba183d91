// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/hour_costs.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

std::optional<complaint::Money> hour_costs_at(std::span<const PolicyVersion> known, time::Instant at) {
    auto first = known.begin();
    for (auto version = known.begin(); version != known.end(); ++version)
        if (version->applied_at <= at) first = version;
    const auto telling = std::find_if(first, known.end(), [](const PolicyVersion& version) {
        return version.policy->organisation.hour_costs.has_value();
    });
    if (telling == known.end()) return std::nullopt;
    const auto& organisation = telling->policy->organisation;
    return complaint::Money{*organisation.hour_costs, organisation.currency};
}

std::int64_t cost_of(std::int64_t minutes, std::int64_t hour_cents) {
    constexpr std::int64_t k_minutes_an_hour = 60;
    const std::int64_t half = minutes < 0 ? -k_minutes_an_hour / 2 : k_minutes_an_hour / 2;
    return (minutes * hour_cents + half) / k_minutes_an_hour;
}

} // namespace reklamaatio::rulebook
