// SPDX-License-Identifier: GPL-3.0-or-later
// When an escalation comes, and who hears of it.
#pragma once

#include "rulebook/alerts/escalation.hpp"
#include "time/calendar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

struct Policy;

// When that point of a deadline comes: m and h in the calendar's working time, bd by its working days, d and
// w by the wall clock. Never before the start. `target` is what the deadline was planned with.
time::Instant escalates_at(const EscalationPoint& point, time::Instant started_at, time::Instant due_at,
                           time::Target target, const time::Calendar& calendar);

// Somebody who hears of it, and as what: "assignee", "lead", "owner", their key, "team:KEY" (its lead) or
// "team:KEY/PERSON" (one of its members).
struct Notified {
    std::string role;
    std::string person; // a key; empty: nobody is that to the complaint
};

// Everybody once, in the order of `notify`. Roles that nobody has are left out; where all are such the first
// stays, with no person: then it is meant for whoever answers for that. `team` and `assignee` are the
// complaint's.
std::vector<Notified> people_to_notify(const Policy& policy, const Escalation& escalation,
                                       std::string_view team, std::string_view assignee);

} // namespace reklamaatio::rulebook
