// SPDX-License-Identifier: GPL-3.0-or-later
// What people read of a statutory term.
#pragma once

#include "complaint/word.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/policy.hpp"
#include "view/words/part_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::view {

// "accepted", "undisputed", "refused": what it counts as once the term has passed without a decision; empty where the law
// draws no consequence.
std::string_view counted_as(complaint::Silence silence);

// "accepted by law", else "overdue by law".
std::string passed_by_law(complaint::Silence silence);

// Whether the decision came too late, or has not come, and the law says what that means.
bool is_decided_by_law(const rulebook::Deadline& deadline, time::Instant now);

// The instant from which on it counts so: the first of the next day.
time::Instant counts_since(const rulebook::Deadline& deadline);

// What the law has decided; nothing where it has no outcome of ours.
std::optional<complaint::Outcome> outcome_by_law(complaint::Silence silence);

// Whether the complaint has its end, which was not told as the law requires it; and that: "the law requires it told by email or
// letter until Mon 16 Nov 23:59".
bool is_untold(const rulebook::Deadline& deadline, const complaint::Complaint& complaint);
std::string untold_text(const rulebook::Policy& policy, const rulebook::Deadline& deadline, time::Instant now,
                        const TimeText& when);

// "email or letter": on what the customer can be told; empty where any will do, or the policy no longer has the term.
std::string told_by(const rulebook::Policy& policy, const rulebook::Deadline& deadline);
// The first of them.
std::string channel_for(const rulebook::Policy& policy, const rulebook::Deadline& deadline);

} // namespace reklamaatio::view
