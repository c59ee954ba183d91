// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that reports count. Each reader goes along one index and costs what it gives.
#pragma once

#include "complaint/word.hpp"
#include "store/database.hpp"
#include "time/instant.hpp"

#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A field of the complaint that figures are grouped by.
enum class GroupField {
    none,
    kind,
    priority,
    harm,
    category,
    product,
    channel,
    team,
    assignee,
    source,
    status
};

// A deadline with what a report needs to know around it.
struct DueRow {
    std::int64_t complaint = 0;
    complaint::Clock clock = complaint::Clock::response;
    time::Instant started_at;
    time::Instant due_at;
    std::optional<time::Instant> warn_at;
    std::optional<time::Instant> met_at;
    std::optional<time::Seconds> taken;
    std::optional<time::Seconds> overrun;
    std::string calendar;
    bool unresolved = false;
    std::string owner; // person, else team:NAME, else empty
    std::string group; // the value of the GroupField; empty: none
};

using TakeDue = std::function<void(const DueRow&)>;

// Deadlines that fall due within [from, until), not cancelled, in order of due_at.
void read_due(Database& database, time::Instant from, time::Instant until, GroupField group,
              const TakeDue& take);

// Unmet deadlines of unresolved complaints, in order of due_at; paused ones are not among them.
void read_unmet(Database& database, GroupField group, const TakeDue& take);

// Complaints received within [from, until), not void, without a deadline of that clock: when received, and
// the group.
void read_without_target(Database& database, complaint::Clock clock, time::Instant from, time::Instant until,
                         GroupField group,
                         const std::function<void(time::Instant, const std::string&)>& take);

// What moves the number of open complaints.
enum class Movement { received, reopened, resolved, voided };

// Each such movement within [from, until), with its group. A complaint that was not open when it was voided
// does not move.
void read_movements(Database& database, Movement movement, time::Instant from, time::Instant until,
                    GroupField group, const std::function<void(time::Instant, const std::string&)>& take);

// Complaints that were open just before that time: received earlier, neither resolved nor void then. When
// received, and the group.
void read_open_at(Database& database, time::Instant at, GroupField group,
                  const std::function<void(time::Instant, const std::string&)>& take);

} // namespace reklamaatio::store
