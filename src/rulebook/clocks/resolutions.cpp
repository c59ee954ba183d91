// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/resolutions.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

using complaint::Clock;

namespace {

// Null: none is promised.
Running* last_resolution(std::vector<Running>& all) {
    const auto last = std::ranges::find_if(all.rbegin(), all.rend(), [](const Running& running) {
        return running.clock == Clock::resolution && !running.dropped;
    });
    return last != all.rend() ? &*last : nullptr;
}

} // namespace

void extend_resolution(std::vector<Running>& all, const complaint::Procedure& procedure) {
    const auto& given = procedure.extensions.back();
    auto* resolution = given.term.empty() ? last_resolution(all) : nullptr;
    if (resolution != nullptr) resolution->extended_until = given.until;
}

void freeze_resolution(std::vector<Running>& all) {
    auto* resolution = last_resolution(all);
    if (resolution != nullptr) resolution->frozen = true;
}

void restart_resolution(std::vector<Running>& all, const Regime& regime, time::Instant at) {
    auto* judged = last_resolution(all);
    if (judged == nullptr) return;
    judged->frozen = true;
    const auto target = regime.target(Clock::resolution);
    if (target) all.push_back({Clock::resolution, judged->ordinal + 1, at, target, std::nullopt, regime});
}

} // namespace reklamaatio::rulebook
