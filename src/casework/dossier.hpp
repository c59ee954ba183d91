// SPDX-License-Identifier: GPL-3.0-or-later
// All that there is on one complaint.
#pragma once

#include "complaint/action.hpp"
#include "complaint/endings.hpp"
#include "complaint/overview.hpp"
#include "complaint/procedure.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "store/complainants.hpp"
#include "store/customers.hpp"
#include "store/database.hpp"
#include "store/efforts.hpp"
#include "store/events.hpp"
#include "store/messages.hpp"

#include <optional>
#include <vector>

namespace reklamaatio::casework {

// Something said about this complaint, or about a duplicate of it; or, without words, what became of a
// promise or an offer.
struct Spoken {
    complaint::Id complaint;
    complaint::EventKind kind = complaint::EventKind::noted;
    store::Said said;                         // event 0: the text that the complaint came with
    std::vector<complaint::PartChange> parts; // what was offered, promised or done by saying it
    // Of the text that the complaint came with: when it was answered, if that was done as it was logged.
    std::optional<time::Instant> answered_at = {};
    bool erased = false; // what was said is gone
};

// An event of its history, and whether it stands: neither undone nor an undoing.
struct Recorded {
    store::Logged logged;
    bool stands = true;
};

// Whether it is one of the turns of the conversation.
bool is_in_conversation(const Recorded& recorded);

struct Dossier {
    complaint::Overview overview;
    std::vector<rulebook::Deadline> deadlines;
    complaint::Procedure procedure;
    std::vector<complaint::Action> actions;  // preventive ones that came from it
    std::vector<Spoken> conversation;        // in the order in which things were said
    std::vector<complaint::Id> merged;       // its duplicates
    store::EffortSum effort;                 // on it and on them
    std::vector<store::Complainant> others;  // whose they are, but for its own customer
    std::vector<Recorded> history;           // in the order of recording
    complaint::Opening opening;              // its own
    bool survivor_is_void = false;           // of the one that it was merged into, or of that one's
    std::vector<complaint::Ending> earlier;  // resolutions after which it was reopened
    std::optional<complaint::Ending> ending; // the last, when it stands
    // What the same customer complained of in the twelve months before, and since.
    std::vector<store::Neighbour> before;
    std::vector<store::Neighbour> since;

    const complaint::Complaint& complaint() const { return overview.complaint; }
};

// The complaint must be there.
Dossier read_dossier(store::Database& database, complaint::Id id);

} // namespace reklamaatio::casework
