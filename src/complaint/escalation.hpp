// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears of a deadline, and when: before it, at it or after it.
#pragma once

#include "complaint/word.hpp"
#include "time/calendar.hpp"
#include "time/target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

struct Policy;

// A share of the target used ("0.9"), or a stretch before or after the deadline ("due - 4h", "due", "due +
// 2d").
struct EscalationPoint {
    enum class From { share, before_due, after_due };
    From from = From::after_due;
    double share = 0;                 // of the target; for From::share
    std::optional<time::Target> by{}; // nothing: at the deadline itself
    friend bool operator==(const EscalationPoint&, const EscalationPoint&) = default;
};

// Throws BadValue or time::Error.
EscalationPoint parse_escalation_point(std::string_view text);
std::string to_string(const EscalationPoint& point);

// The people that an escalation may name by what they are to a complaint.
enum class Role { assignee, lead, owner };

template <>
struct Vocabulary<Role> {
    static constexpr std::string_view k_noun = "a role";
    static constexpr std::array<std::string_view, 3> k_words{"assignee", "lead", "owner"};
};

// One of the three.
struct Recipient {
    std::optional<Role> role{};
    std::string person{}; // a key
    std::string team{};   // a key: its lead, or all its members when it has none
    friend bool operator==(const Recipient&, const Recipient&) = default;
};

struct Escalation {
    Clock clock = Clock::resolution;
    EscalationPoint at;
    std::vector<Recipient> notify;
};

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

} // namespace reklamaatio::complaint
