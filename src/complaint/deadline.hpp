// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed by when: the deadlines of a complaint, planned from its history and the policies of its time.
#pragma once

#include "complaint/event.hpp"
#include "complaint/policy.hpp"
#include "time/due.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// One row for each deadline. Whether it was met is judged from its times alone.
struct Deadline {
    Clock clock = Clock::response;
    int ordinal = 1; // counts the deadlines of one clock in one complaint
    time::Instant started_at;
    std::optional<time::Instant> due_at;  // nothing while paused
    std::optional<time::Instant> warn_at; // when it is at risk
    std::optional<time::Instant> met_at;
    std::optional<time::Instant> cancelled_at;
    std::optional<time::Instant> missed_at; // when it was given up: a broken promise is no longer overdue
    std::optional<time::Seconds> left;      // while paused: what is left
    // Working time from start to met_at, pauses left out; once met.
    std::optional<time::Seconds> taken;
    // Working time from due_at to met_at; once met late.
    std::optional<time::Seconds> overrun;
    std::string target; // "5bd"; empty when the due time was given from outside
    std::string sla;
    std::string calendar;
    int policy = 0; // the version that set it

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

// "resolution", "promise P2": of several promises people want to know which.
inline std::string deadline_name(Clock clock, std::int64_t ordinal) {
    return std::string(word(clock)) + (clock == Clock::promise ? " P" + std::to_string(ordinal) : "");
}

// Met when the thing happened at or before due.
inline bool is_met(const Deadline& deadline) {
    return deadline.met_at && deadline.due_at && *deadline.met_at <= *deadline.due_at;
}

// The waits for the customer among the events of one complaint, in order; the last may still last.
std::vector<time::Pause> waits(std::span<const Event> events);

// The deadlines of a complaint, ordered by clock and ordinal: a pure function of its standing events in order
// of recording and of the policies in force over that time (ascending; the first is older than every event).
// Reclassifying and a new policy re-plan what is unmet and not yet due at that time, nothing else; due times
// given from outside stay. Resolving cancels `reply` and `update` that are not yet due, and open promises.
// Voiding cancels all.
struct Plan {
    std::vector<Deadline> deadlines;
    // By Clock: whether the complaint has such a target, started or not. Promises always have theirs.
    std::array<bool, Vocabulary<Clock>::k_words.size()> targeted{};
    // Since when the customer, who wrote after it was resolved, waits for an answer; target or not.
    std::optional<time::Instant> unanswered_since{};
};
// `heard` are the events of duplicates that were merged into it, and the opening of each as what the customer
// said: what was said there counts for reply and update.
Plan plan(std::span<const Event> events, std::span<const Event> heard,
          std::span<const PolicyVersion> policies);
std::vector<Deadline> plan_deadlines(std::span<const Event> events, std::span<const PolicyVersion> policies);

} // namespace reklamaatio::complaint
