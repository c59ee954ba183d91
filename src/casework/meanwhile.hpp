// SPDX-License-Identifier: GPL-3.0-or-later
// What others have just done to a complaint or a customer, of which whoever acts now may not have heard.
#pragma once

#include "casework/desk.hpp"
#include "complaint/event.hpp"

#include <cstdint>
#include <vector>

namespace reklamaatio::casework {

// Of what an event is to change, what others have corrected, classified, assigned or changed of a customer within the last
// hour: later on it is how things are. The event is not recorded yet. Gives theirs, each with the one change that is replaced.
std::vector<complaint::Event> replaced_by(Desk& desk, const complaint::Event& event);

// What others recorded of a complaint behind that event of the log, and what still stands of it.
std::vector<complaint::Event> events_since(Desk& desk, complaint::Id id, std::int64_t event);

} // namespace reklamaatio::casework
