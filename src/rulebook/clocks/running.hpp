// SPDX-License-Identifier: GPL-3.0-or-later
// A deadline in the making: what it is computed from. For the planner, and for what explains its work.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/policy.hpp"
#include "time/due.hpp"

#include <optional>
#include <vector>

namespace reklamaatio::rulebook {

// The policy and the service level that a deadline is planned by.
struct Regime {
    const PolicyVersion* version = nullptr;
    const Sla* sla = nullptr;        // null: no conditions hold
    std::int64_t event = 0;          // the last one of the complaint that was known then
    const LegalTerm* term = nullptr; // of the law, which it runs under and no service level

    std::optional<time::Target> target(complaint::Clock clock) const {
        return sla != nullptr ? sla->target(clock) : std::nullopt;
    }
    const time::Calendar& calendar() const {
        if (term != nullptr) return version->policy->calendar_of(*term);
        return sla != nullptr ? version->policy->calendar_of(*sla) : version->policy->default_calendar();
    }
};

// A clock that an outside system had brought to a standstill.
struct Standstill {
    time::Instant since;
    time::Seconds left; // in what the target counts
};

struct Running {
    complaint::Clock clock = complaint::Clock::response;
    int ordinal = 1;
    time::Instant started_at;
    std::optional<time::Target> target; // nothing: the due time was given
    std::optional<time::Instant> given_due;
    Regime regime;
    std::optional<time::Instant> met_at = {};
    std::optional<time::Instant> cancelled_at = {};
    std::optional<time::Instant> missed_at = {};
    bool dropped = false; // a later service level has no such target
    bool frozen = false;  // judged for good
    std::optional<Standstill> stood = {};
    std::optional<time::Instant> extended_until = {}; // the customer was told so

    // From where on it is counted what is left, and where pauses move it.
    time::Instant counted_from() const { return stood ? stood->since : started_at; }
    // Where the target has it before any pause since then. There is a target, and no statutory term.
    time::Instant unmoved() const;
};

// Those of all pauses that count for it: what came after its end is no longer its own, and one that still
// lasts has an end where it was met. `response`, `reply`,
// `promise`, `task` and `followup` never pause, nor do statutory terms that do not say so.
std::vector<time::Pause> pauses_of(const Running& running, const std::vector<time::Pause>& pauses);

// Whether the two states of a complaint may fall under different service levels, or start at different times.
bool facts_differ(const complaint::Complaint& a, const complaint::Complaint& b);

time::Due due_of(const Running& running, const std::vector<time::Pause>& pauses);

// From then on it is waited for no longer: what was not yet due is cancelled, what was past due stays missed.
void give_up(Running& running, time::Instant at, const std::vector<time::Pause>& pauses = {});

// Whether it is a deadline of the complaint as that now is: a later service level may have no such target, and to an
// anonymous one (complaint::is_anonymous) no answer is owed, unless a source said by when.
bool is_owed_at_all(const Running& running, const complaint::Complaint& complaint);

Deadline row_of(const Running& running, const std::vector<time::Pause>& pauses);

} // namespace reklamaatio::rulebook
