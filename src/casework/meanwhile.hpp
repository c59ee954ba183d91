// SPDX-License-Identifier: GPL-3.0-or-later
// What others have just done to a complaint, of which whoever acts now may not have heard.
#pragma once

#include "casework/desk.hpp"
#include "complaint/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// A correction, a classification or an assignment of somebody else's, whose value is replaced now.
struct Replaced {
    complaint::Id complaint;
    complaint::FieldChange was; // from what to what they changed it
    std::string actor;
    time::Instant recorded_at;
};

// Of what an event is to change, what others have changed within the last hour: later on it is how things are. The
// event is not recorded yet.
std::vector<Replaced> replaced_by(Desk& desk, complaint::Id id, const complaint::Event& event);

// What others recorded of a complaint behind that event of the log, and what still stands of it.
std::vector<complaint::Event> events_since(Desk& desk, complaint::Id id, std::int64_t event);

} // namespace reklamaatio::casework
