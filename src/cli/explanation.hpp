// SPDX-License-Identifier: GPL-3.0-or-later
// How the due times of one complaint came about: what is known, and the sentences that both the page and the
// table are made of.
#pragma once

#include "cli/clock_state.hpp"
#include "complaint/account.hpp"
#include "complaint/complaint.hpp"
#include "complaint/procedure.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

struct Explanation {
    complaint::Complaint complaint;
    complaint::Procedure procedure;
    std::vector<complaint::Event> events; // those that stand
    complaint::Origins origins;
    std::vector<complaint::Wait> waits;
    time::Zone zone = time::Zone::utc(); // the organisation's
    time::Instant now;

    // In which its account is kept: that of its calendar.
    const time::Zone& zone_of(const complaint::Origin& origin) const;
    std::vector<const complaint::Origin*> of(complaint::Clock clock) const;
    // The facts as they stood when it was planned.
    complaint::Complaint facts_at(const complaint::Regime& regime) const;
};

// The complaint must be there. Points into the policies of the store.
Explanation explain(store::Store& store, const complaint::Complaint& complaint, time::Instant now);

// "5bd by SLA "serious", calendar office, Europe/Helsinki".
std::string head_of(const Explanation& about, const complaint::Origin& origin);

// "policy 3, in force since Mon 2 Nov 2026 09:00"
std::string policy_of(const complaint::Regime& regime, const time::Zone& zone);

// Why it was planned anew, where it was: "the facts of Tue 3 Nov 2026 10:12 (classified)"; else empty.
std::string replanned(const Explanation& about, const complaint::Origin& origin);

// What of the history started it: "received", "the customer wrote".
std::string started_by(const complaint::Origin& origin);

// "closed: Independence Day (finland)"
std::string closed_text(const time::Closing& closing);

// What else is to be said of a day: "hours of that date alone", "a day of 25 hours".
std::string remark_on(const time::LedgerDay& day);

// "waiting for a photo", "closed, and opened again".
std::string pause_text(const complaint::AccountLine& line);

// How it stands or ended, in a sentence: "met Mon 2 Nov 2026 11:00, after 1 h of 4 h".
std::string state_text(const Explanation& about, const complaint::Origin& origin);

// Whether a source said when it is due, or that it never is.
bool has_given_due(const Explanation& about, complaint::Clock clock);

// Why a clock has no deadline.
std::string why_none(const Explanation& about, complaint::Clock clock);

} // namespace reklamaatio::cli
