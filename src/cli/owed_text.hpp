// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines that somebody has to heed now, in words.
#pragma once

#include "cli/page_view.hpp"
#include "complaint/deadline.hpp"

#include <span>
#include <vector>

namespace reklamaatio::cli {

// The most urgent first; a paused one is nothing to do.
std::vector<complaint::Deadline> owed_deadlines(const PageView& view);

// What is told in one line: the overdue promises together, every other deadline by itself. In the same order.
std::vector<std::vector<complaint::Deadline>> told_together(const PageView& view,
                                                            const std::vector<complaint::Deadline>& owed);

// "the resolution is due tomorrow 16:00", "promises P1 and P2 are OVERDUE, the first since 3 Nov 12:00"; of
// one such line.
render::Phrase due_phrase(const PageView& view, std::span<const complaint::Deadline> together);

} // namespace reklamaatio::cli
