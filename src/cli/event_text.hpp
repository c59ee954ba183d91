// SPDX-License-Identifier: GPL-3.0-or-later
// Events in words.
#pragma once

#include "complaint/event.hpp"
#include "time/zone.hpp"

#include <string>

namespace reklamaatio::cli {

// "status new → open, assignee – → maria": what changed, without the bookkeeping that follows from it, and
// what was said; on one line, not yet harmless for a terminal.
std::string event_text(const complaint::Event& event, const time::Zone& zone);

// The same of two states.
std::string changes_text(const complaint::Complaint& before, const complaint::Complaint& after,
                         const time::Zone& zone);

} // namespace reklamaatio::cli
