// SPDX-License-Identifier: GPL-3.0-or-later
// The log: appended to, never changed. Each event's hash covers the one before, so that a change behind the
// program's back shows.
#pragma once

#include "complaint/event.hpp"
#include "store/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// What all events of one command have in common.
struct Change {
    std::int64_t number = 0; // given by begin_change
    time::Instant recorded_at;
    std::string actor;
    std::string command;
    std::int64_t undoes = 0; // the change that this one takes back; 0: none
    friend bool operator==(const Change&, const Change&) = default;
};

// Writes the row and gives it its number.
void begin_change(Database& database, Change& change);

// The newest event and its hash; 0 and "" where there is none.
struct LogEnd {
    std::int64_t event = 0;
    std::string hash;
};
LogEnd log_end(Database& database);
// Notes it beside the log, so that it shows when the log is cut off.
void put_log_end(Database& database, const LogEnd& end);

// Writes one event under a change, behind the end, which is that event then; fills in its number, change, recorded_at
// and actor. The caller is the only writer.
void append_event(Database& database, const Change& change, complaint::Event& event, LogEnd& end);

// The same for one of a great many: what it says may be packed with what others say.
void append_to_pack(Database& database, const Change& change, complaint::Event& event, LogEnd& end);

// The number of the newest event; 0 when there is none.
std::int64_t last_event(Database& database);

// All events of one complaint, or of one customer, in order of recording.
std::vector<complaint::Event> events_of(Database& database, complaint::Id complaint);
std::vector<complaint::Event> events_of(Database& database, complaint::CustomerId customer);
std::vector<complaint::Event> events_of(Database& database, complaint::ActionId action);
// Those that stand of a complaint that is in the state. Throws StoreError (damaged) where there are none.
std::vector<complaint::Event> standing_events_of(Database& database, complaint::Id complaint);
std::vector<complaint::Event> events_of_change(Database& database, std::int64_t change);
// Of a change that may have more events than there is room for: how many; the first, those before all that merge
// something; and from the last to the first, while more are appended.
std::int64_t count_events_of_change(Database& database, std::int64_t change);
std::vector<complaint::Event> first_events_of_change(Database& database, std::int64_t change,
                                                     std::int64_t most);
void read_change_back(Database& database, std::int64_t change,
                      const std::function<void(const complaint::Event&)>& take);

// Those that belong to no complaint, customer or action: of the policy and of staff, in order of recording; all of them,
// or those of a change.
std::vector<complaint::Event> events_of_firm(Database& database);
std::vector<complaint::Event> events_of_firm(Database& database, std::int64_t change);

// The events that put policies in force, in order of version.
std::vector<complaint::Event> policy_events(Database& database);

// A row of `log`: an event with its command.
struct Logged {
    complaint::Event event;
    std::string command;
};

// Calls `take` for events in order of recording: of one complaint, or of all.
void read_log(Database& database, std::optional<complaint::Id> complaint,
              const std::function<void(const Logged&)>& take);
// The same from the newest on, until `take` wants no more.
void read_log_back(Database& database, std::optional<complaint::Id> complaint,
                   const std::function<bool(const Logged&)>& take);

} // namespace reklamaatio::store
