// SPDX-License-Identifier: GPL-3.0-or-later
// An escalation of the policy: who hears of a deadline, and when: before it, at it or after it.
#pragma once

#include "complaint/word.hpp"
#include "rulebook/condition.hpp"
#include "time/target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// The beginning of the clock ("at once"), a share of the target used ("0.9"), or a stretch before or after the deadline
// ("due - 4h", "due", "due + 2d").
struct EscalationPoint {
    enum class From { start, share, before_due, after_due };
    From from = From::after_due;
    double share = 0;                 // of the target; for From::share
    std::optional<time::Target> by{}; // nothing: at the deadline itself
    friend bool operator==(const EscalationPoint&, const EscalationPoint&) = default;
};

// Whether it tells of a deadline that is still to come.
constexpr bool is_before_due(const EscalationPoint& point) {
    using From = EscalationPoint::From;
    return point.from == From::share || point.from == From::before_due;
}

// Throws BadValue or time::Error.
EscalationPoint parse_escalation_point(std::string_view text);
std::string to_string(const EscalationPoint& point);

// The people that an escalation may name by what they are to a complaint.
enum class Role { assignee, lead, owner };

constexpr auto vocabulary(Role) {
    return complaint::Words<3>{"a role", {"assignee", "lead", "owner"}};
}

// One of the three.
struct Recipient {
    std::optional<Role> role{};
    std::string person{}; // a key
    std::string team{};   // a key: its lead, or all its members when it has none
    friend bool operator==(const Recipient&, const Recipient&) = default;
};

struct Escalation {
    complaint::Clock clock = complaint::Clock::resolution;
    EscalationPoint at;
    std::vector<Recipient> notify;
    FieldConditions when{}; // what is asked of the complaint
    bool always = false;    // also outside the hours of the calendar
};

} // namespace reklamaatio::rulebook
