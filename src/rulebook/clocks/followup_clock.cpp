// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/followup_clock.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

void FollowupClock::start(const complaint::Complaint& complaint, const Regime& regime) {
    const auto target = regime.target(complaint::Clock::followup);
    if (!target || complaint.status != complaint::Status::resolved) return;
    const int ordinal = static_cast<int>(m_followups.size()) + 1;
    m_followups.push_back(
        {complaint::Clock::followup, ordinal, *complaint.resolved_at, target, std::nullopt, regime});
}

void FollowupClock::reopen(time::Instant at) {
    for (auto& followup : m_followups) {
        if (followup.met_at || followup.cancelled_at || followup.missed_at) continue;
        give_up(followup, at);
    }
}

void FollowupClock::judge(const complaint::Complaint& complaint) {
    if (m_followups.empty() || !complaint.followed_up_at) return;
    auto& met_at = m_followups.back().met_at;
    met_at = std::min(met_at.value_or(*complaint.followed_up_at), *complaint.followed_up_at);
}

} // namespace reklamaatio::rulebook
