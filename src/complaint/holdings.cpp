// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/holdings.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

std::vector<Holding> holdings(std::span<const Event> standing) {
    std::vector<Holding> found;
    Complaint state;
    for (const auto& event : standing) {
        apply(state, event);
        const Holding now{event.happened_at, state.team, state.assignee, state.assigned_at};
        const bool is_same =
            !found.empty() && found.back().team == now.team && found.back().assignee == now.assignee;
        if (!is_same) found.push_back(now);
    }
    return found;
}

std::optional<time::Instant> first_assigned_at(std::span<const Holding> holdings) {
    const auto first =
        std::ranges::find_if(holdings, [](const Holding& each) { return !each.assignee.empty(); });
    return first == holdings.end() ? std::nullopt : first->assigned_at;
}

std::int64_t count_hand_overs(std::span<const Holding> holdings) {
    std::int64_t number = 0;
    std::string_view last;
    for (const auto& each : holdings) {
        if (each.assignee.empty()) continue;
        if (!last.empty() && last != each.assignee) ++number;
        last = each.assignee;
    }
    return number;
}

} // namespace reklamaatio::complaint
