// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks that messages start and stop: reply and update. What was said counts in the order in which it
// happened, whenever it was written down. For the planner alone.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/running.hpp"

#include <cstddef>
#include <vector>

namespace reklamaatio::rulebook {

// A turn in the conversation or in the life of a complaint. `order` is the order of recording, which says
// what was known when a policy or a reclassification planned again.
struct Turn {
    // answered: we know that the customer was answered, but not by which message. waived: what the customer said by then
    // needs no answer.
    enum class Kind { customer_spoke, we_spoke, answered, waived, resolved, reopened };
    Kind kind = Kind::we_spoke;
    time::Instant at;
    std::size_t order = 0;
    Regime regime; // in force when it was recorded
};

// What was said by the event. A customer who accepts an offer asks nothing, nor does a message that needs no answer.
void add_message(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                 const Regime& regime);
// Whoever logs a complaint may answer in the same breath, which is our first message. Of what was imported,
// `answered`, nobody knows what was said.
void add_first_answer(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                      const Regime& regime);
// The same of a complaint that was heard as a message: what the customer said in it is answered. An end
// without a message answers nothing, unless it came so from another system.
void add_heard_answers(std::vector<Turn>& turns, const complaint::Event& event, std::size_t order,
                       const Regime& regime, bool is_own);

// From then on, what is unmet and not yet due is planned by another regime.
struct Replanning {
    time::Instant recorded_at;
    std::size_t order = 0;
    Regime regime;
};

// Turns in any order; `answered_at` is the first answer, before which no reply is owed.
std::vector<Running> reply_deadlines(std::vector<Turn> turns, std::optional<time::Instant> answered_at,
                                     const std::vector<Replanning>& replannings);
// When the customer spoke first after it was resolved, and nobody answered since.
std::optional<time::Instant> unanswered_after_end(std::vector<Turn> turns);
std::vector<Running> update_deadlines(std::vector<Turn> turns, const std::vector<time::Pause>& pauses,
                                      const std::vector<Replanning>& replannings);

} // namespace reklamaatio::rulebook
