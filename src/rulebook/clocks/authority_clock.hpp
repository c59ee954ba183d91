// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of a danger to people: from when the firm knows of it until an authority was told. It counts under the policy and
// no service level. For the planner alone.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/running.hpp"

#include <optional>
#include <vector>

namespace reklamaatio::rulebook {

class AuthorityClock {
  public:
    // An event of the complaint, which led from one state to the other, while that policy was in force.
    void take(const complaint::Complaint& before, const complaint::Complaint& after,
              const complaint::Event& event, const Regime& regime);

    // From then on that policy holds: what is neither met nor past due is planned by it. Of what has ended nothing is.
    void replan(const complaint::Complaint& complaint, time::Instant now, const Regime& regime);

    std::vector<Running> deadlines() const;

  private:
    std::optional<time::Instant> m_known_at; // while somebody is in danger
    std::optional<Running> m_running;
};

} // namespace reklamaatio::rulebook
