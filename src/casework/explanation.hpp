// SPDX-License-Identifier: GPL-3.0-or-later
// How the due times of one complaint came about: what is known of it.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/procedure.hpp"
#include "rulebook/clocks/clock_state.hpp"
#include "rulebook/clocks/reckoning.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

struct Explanation {
    complaint::Complaint complaint;
    complaint::Procedure procedure;
    std::vector<complaint::Event> events; // those that stand
    rulebook::Origins origins;
    std::vector<rulebook::Wait> waits;
    // The duplicate that was received first, where that was before the complaint itself.
    std::optional<complaint::Id> received_in;
    time::Zone zone = time::Zone::utc(); // the organisation's
    time::Instant now;

    // In which its account is kept: that of its calendar.
    const time::Zone& zone_of(const rulebook::Origin& origin) const;
    std::vector<const rulebook::Origin*> of(complaint::Clock clock) const;
    // The facts as they stood when it was planned.
    complaint::Complaint facts_at(const rulebook::Regime& regime) const;
};

// The complaint must be there. Points into the policies of the store.
Explanation explain(store::Store& store, const complaint::Complaint& complaint, time::Instant now);

} // namespace reklamaatio::casework
