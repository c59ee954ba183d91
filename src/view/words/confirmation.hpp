// SPDX-License-Identifier: GPL-3.0-or-later
// What a command did to a complaint, told to a person in one sentence.
#pragma once

#include "casework/desk.hpp"
#include "complaint/event.hpp"
#include "rulebook/clocks/plan.hpp"
#include "text/plural.hpp"

#include <optional>
#include <string>

namespace reklamaatio::view {

struct ChangedComplaint {
    complaint::Complaint before;
    complaint::Complaint after;
    std::optional<complaint::Event> event = {}; // the first; nothing: it was so already
    std::string why = {};                       // a clause after what changed; may be empty
    std::string rest = {};                      // a clause at the end of the sentence; may be empty
    std::optional<rulebook::Plan> plan = {};    // of `after`; nothing: nothing was recorded
};

// "is" or, of several, "are"; "has"; of a dry run, "would be" and "would have".
struct Tense {
    bool would = false;
    std::string_view is(std::size_t count = 1) const {
        return would ? "would be" : text::one_or_many(count, "is", "are");
    }
    std::string_view has() const { return would ? "would have" : "has"; }
};

// "R-5 is reopened; resolution is due Fri 13 Nov 16:00": what happened to it, and what is owed next. Not yet
// harmless for a terminal. `near_times`: times are relative to now, as at a terminal.
std::string confirmation(casework::Desk& desk, const ChangedComplaint& done, Tense tense, bool near_times);

} // namespace reklamaatio::view
