// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines that need somebody now, as lines of the page.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "view/page/page_view.hpp"

#include <span>
#include <vector>

namespace reklamaatio::view {

// What is owed and is not paused, the most urgent first; a paused one is nothing to do.
std::vector<rulebook::Deadline> due_deadlines(const PageView& view);

// What is told in one line: the overdue promises together, every other deadline by itself. In the same order.
std::vector<std::vector<rulebook::Deadline>> told_together(const PageView& view,
                                                           const std::vector<rulebook::Deadline>& owed);

// "the resolution is due tomorrow 16:00", "promises P1 and P2 are OVERDUE, the first since 3 Nov 12:00"; of
// one such line.
render::StyledText due_phrase(const PageView& view, std::span<const rulebook::Deadline> together);

} // namespace reklamaatio::view
