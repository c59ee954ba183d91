// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines of a complaint, planned from its history and the policies of its time.
//
// A plan is worked out from nothing each time that anything changes: the events that stand are replayed
// against the policies that were in force when they were recorded, so that a deadline never depends on when a
// job ran or in which order the rows were written.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/policy.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace reklamaatio::rulebook {

// The deadlines of a complaint, ordered by clock and ordinal: a pure function of its standing events in order
// of recording and of the policies in force over that time (ascending; the first is older than every event).
// Reclassifying and a new policy re-plan what is unmet and not yet due at that time, nothing else; due times
// given from outside stay. The first answer has no deadline while the complaint is anonymous (complaint::is_anonymous), and
// once it is not, the one that it would have had from the start. A merge judges the first answer from the earliest receipt. Resolving cancels `reply` and `update` that are not yet due, and open promises.
// Voiding cancels all.
struct Plan {
    std::vector<Deadline> deadlines;
    // By Clock: whether the complaint has such a target, started or not. Promises always have theirs.
    std::array<bool, complaint::Vocabulary<complaint::Clock>::k_words.size()> targeted{};
    // Since when the customer, who wrote after it was resolved, waits for an answer; target or not.
    std::optional<time::Instant> unanswered_since{};
};
// `heard` are the events of duplicates that were merged into it, and the opening of each as what the customer
// said: what was said there counts for reply and update.
Plan plan(std::span<const complaint::Event> events, std::span<const complaint::Event> heard,
          std::span<const PolicyVersion> policies);
inline std::vector<Deadline> plan_deadlines(std::span<const complaint::Event> events,
                                            std::span<const PolicyVersion> policies) {
    return plan(events, {}, policies).deadlines;
}

} // namespace reklamaatio::rulebook
