// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that reports count. Each reader goes along one index and costs what it gives.
#pragma once

#include "complaint/word.hpp"
#include "store/database.hpp"
#include "store/selection.hpp"
#include "time/instant.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A deadline as reports count it.
struct DueRow {
    std::int64_t complaint = 0;
    complaint::Clock clock = complaint::Clock::response;
    time::Instant due_at;
    std::optional<time::Instant> met_at;
    std::optional<time::Seconds> taken;
    std::optional<time::Seconds> overrun;
    std::string calendar;     // of an unmet one
    std::string group;        // the value of what they are grouped by; empty: none
    std::int64_t ordinal = 1; // of several deadlines of one clock; the number of a promise or a task

    bool is_met_in_time() const { return met_at && *met_at <= due_at; }
};

using TakeDue = std::function<void(const DueRow&)>;

// Deadlines that fall due within [from, until), not cancelled, in order of due_at.
void read_due(Database& database, time::Instant from, time::Instant until, const Selection& which,
              const TakeDue& take);

// Deadlines that are still owed, in order of due_at; paused ones are not among them. Overdue: due
// before now. At risk: not yet due, but their warning time has come. Due soon: due within [now, until).
void read_overdue(Database& database, time::Instant now, const Selection& which, const TakeDue& take);
void read_at_risk(Database& database, time::Instant now, const Selection& which, const TakeDue& take);
void read_due_soon(Database& database, time::Instant now, time::Instant until, const Selection& which,
                   const TakeDue& take);

// Unresolved complaints, and the one of them that was received first.
struct Oldest {
    std::int64_t number = 0;
    std::optional<std::int64_t> complaint;
    std::optional<time::Instant> received_at;
};
Oldest unresolved(Database& database);
// Those that no person handles, a team or not.
Oldest unassigned(Database& database);

// Whose a deadline is: who does the task, else who handles the complaint: a person, else team:NAME, else empty.
std::string owner_of(Database& database, const DueRow& row);

// Statutory terms, or resolutions, that end within [from, until) because they were extended.
std::int64_t count_extensions(Database& database, complaint::Clock clock, time::Instant from,
                              time::Instant until, const Selection& which);

// A complaint and the clocks for which it has a target.
struct Targets {
    time::Instant received_at;
    std::string group;
    std::array<bool, complaint::Vocabulary<complaint::Clock>::k_words.size()> has{};
};

// Complaints received within [from, until), not void.
void read_targets(Database& database, time::Instant from, time::Instant until, const Selection& which,
                  const std::function<void(const Targets&)>& take);

// When the first complaint of all was received; nothing when there is none.
std::optional<time::Instant> first_receipt(Database& database);

// What moves the number of open complaints.
enum class Movement { received, reopened, resolved, voided };

// When, and of which complaint: when that was received, and its group.
struct Moved {
    time::Instant at;
    time::Instant received_at;
    std::string group;
};

// Each such movement within [from, until). A complaint that was not open when it was voided does not move.
void read_movements(Database& database, Movement movement, time::Instant from, time::Instant until,
                    const Selection& which, const std::function<void(const Moved&)>& take);

// How many of them there are of each group that has any; not by `assignee_then`.
std::map<std::string, std::int64_t> count_movements(Database& database, Movement movement, time::Instant from,
                                                    time::Instant until, const Selection& which);

// Complaints that were open just before that time: received earlier, neither resolved nor void then. When
// received, and the group.
void read_open_at(Database& database, time::Instant at, const Selection& which,
                  const std::function<void(time::Instant, const std::string&)>& take);

} // namespace reklamaatio::store
