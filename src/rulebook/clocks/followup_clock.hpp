// SPDX-License-Identifier: GPL-3.0-or-later
// The clock that asks how it went, after each end of the complaint. For the planner alone.
#pragma once

#include "complaint/complaint.hpp"
#include "rulebook/clocks/running.hpp"

#include <vector>

namespace reklamaatio::rulebook {

class FollowupClock {
  public:
    // The complaint was resolved; the follow-up is owed only where it stays so until then.
    void start(const complaint::Complaint& complaint, const Regime& regime);
    // Nobody follows up what is open again: what was not yet due is cancelled, what was past due stays missed.
    void reopen(time::Instant at);
    // From the facts as they now are.
    void judge(const complaint::Complaint& complaint);

    const std::vector<Running>& deadlines() const { return m_followups; }

  private:
    std::vector<Running> m_followups;
};

} // namespace reklamaatio::rulebook
