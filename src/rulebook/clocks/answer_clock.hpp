// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the customer whom we wait for. Each asking starts it, until the time that was said, or for as long as
// the policy gives everybody; the customer's word meets it, and any other end of the wait cancels it.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/running.hpp"

#include <chrono>
#include <vector>

namespace reklamaatio::rulebook {

// Where nobody said by when a customer has to answer: who has not done so for a week has forgotten it, or will not.
inline constexpr std::chrono::days k_patience{7};

class AnswerClock {
  public:
    // An event of the complaint, which led from one state to the other while this regime held.
    void take(const complaint::Complaint& before, const complaint::Complaint& after,
              const complaint::Event& event, const Regime& regime);

    // From then on another regime holds: it moves what is neither answered nor due, unless a time was said.
    void replan(time::Instant now, const Regime& regime);

    // One for each asking that had a time, numbered in order.
    std::vector<Running> deadlines() const;

  private:
    void ask(const complaint::Complaint& after, time::Instant at, const Regime& regime);
    void end(time::Instant at, bool answered);
    bool is_running() const;

    std::vector<Running> m_asked; // those without a time are dropped
};

} // namespace reklamaatio::rulebook
