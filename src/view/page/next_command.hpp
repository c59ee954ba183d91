// SPDX-License-Identifier: GPL-3.0-or-later
// What might be typed next.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "view/page/page_view.hpp"

#include <span>
#include <string>

namespace reklamaatio::view {

// The line that logs what comes next of an appeal to a body.
std::string appeal_command(const PageView& view, const complaint::Appeal& appeal);

// The line that logs the payment of an accepted offer.
std::string pay_command(const PageView& view, const complaint::Offer& offer);

// The line that logs that a task was done.
std::string done_command(const PageView& view, std::int64_t task);

// Offers, promises, tasks and steps that stand open, in one line; empty when none do. Left out are the promises and
// tasks of deadlines that are told already, and the offer that the complaint waits for.
std::string left_open(const PageView& view, std::span<const rulebook::Deadline> told);

// For an unresolved complaint, one line that can be copied; `owed` are the deadlines that are owed, the most urgent
// first.
std::string next_command(const PageView& view, std::span<const rulebook::Deadline> owed);

} // namespace reklamaatio::view
