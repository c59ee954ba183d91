// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for an answer, and what might be typed next.
#pragma once

#include "cli/page_view.hpp"
#include "complaint/deadline.hpp"

#include <span>
#include <string>

namespace reklamaatio::cli {

// What the customer said last, if nobody has said anything to them since; null when we spoke last, or when
// all they did was to answer an offer.
const Spoken* unanswered(const PageView& view);

// Offers, promises and steps that stand open, in one line; empty when none do.
std::string left_open(const PageView& view);

// For an unresolved complaint, one line that can be copied; `owed` is the most urgent deadline, if there is
// one.
std::string next_command(const PageView& view, std::span<const complaint::Deadline> owed);

} // namespace reklamaatio::cli
