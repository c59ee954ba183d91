// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed to a customer, by when, in a clause.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "view/words/part_text.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::view {

// "the first answer", "promise P2": what a clock waits for.
std::string owed_thing(const rulebook::Deadline& deadline);

// "the first answer to Maija", "an answer to Maija's message of 4 Nov 09:12": the same on the customer's page.
std::string owed_to(const std::string& customer, const rulebook::Deadline& deadline, const TimeText& when);

// "resolution is due Fri 13 Nov 16:00", "resolution has been overdue since 13 Nov 16:00", "resolution is paused".
// With `would` what is to come is in the conditional.
std::string due_text(const rulebook::Deadline& deadline, time::Instant now, const TimeText& when,
                     bool would = false);

// Why the first answer has no deadline where rulebook::owes_nobody_an_answer.
inline constexpr std::string_view k_nobody_to_answer = "it is anonymous and nobody can be answered";

} // namespace reklamaatio::view
