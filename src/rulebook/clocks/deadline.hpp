// SPDX-License-Identifier: GPL-3.0-or-later
// What is owed by when: one deadline of a complaint.
#pragma once

#include "complaint/word.hpp"
#include "time/instant.hpp"

#include <optional>
#include <string>

namespace reklamaatio::rulebook {

// One row for each deadline. Whether it was met is judged from its times alone.
struct Deadline {
    complaint::Clock clock = complaint::Clock::response;
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
    std::string sla;    // or the statutory term
    std::string calendar;
    int policy = 0; // the version that set it
    // Of a statutory term: what counts when it passes unmet.
    std::optional<complaint::Silence> silence = {};

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

// Met when the thing happened at or before due.
inline bool is_met(const Deadline& deadline) {
    return deadline.met_at && deadline.due_at && *deadline.met_at <= *deadline.due_at;
}

} // namespace reklamaatio::rulebook
