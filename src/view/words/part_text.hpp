// SPDX-License-Identifier: GPL-3.0-or-later
// What an event did to steps, promises, offers and tasks, in words.
#pragma once

#include "complaint/event.hpp"
#include "view/words/time_text.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

// "offer 2: replacement, valid until 17 Nov; step fix done": on one line, not yet harmless for a terminal;
// empty when there are none.
std::string parts_text(const std::vector<complaint::PartChange>& parts, const TimeText& when);

// What understanding found out: "what: glass broke, why: thermal shock"; empty for every other part.
std::string found_text(const complaint::PartChange& part);

// Of that, what the customer heard or said: promises and offers, without who approved them.
std::string said_parts_text(const std::vector<complaint::PartChange>& parts, const TimeText& when);

// And what is among ourselves: steps, tasks and alerts.
std::string internal_parts_text(const std::vector<complaint::PartChange>& parts, const TimeText& when);

} // namespace reklamaatio::view
