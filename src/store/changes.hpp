// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes stand, and which stand in each other's way.
#pragma once

#include "complaint/standing.hpp"
#include "complaint/volume.hpp"
#include "store/database.hpp"
#include "store/events.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reklamaatio::store {

// The one that made the database: it is never undone.
inline constexpr std::int64_t k_first_change = 1;

// A change in its row of the log.
std::optional<Change> find_change(Database& database, std::int64_t number);
// One that something else in the database tells of. Throws StoreError (damaged) where it is not there.
Change known_change(Database& database, std::int64_t number);

// Those that do not stand: a change that stands has undone them. An undo may be among them.
complaint::Undone undone_changes(Database& database);

// Whether people were told something by it: that is never taken back.
bool delivers_alerts(Database& database, std::int64_t number);

// The latest change of that person that is neither an undo nor undone, nor made the database or delivered
// alerts.
std::optional<Change> latest_undoable(Database& database, const std::string& actor);

// The latest first, until `take` returns false.
void read_changes(Database& database, const std::function<bool(const Change& change)>& take);

// The policy of a number; 0 where the log does not say which.
struct PolicyVersion {
    std::int64_t number = 0;
    friend auto operator<=>(const PolicyVersion&, const PolicyVersion&) = default;
};

// A member of staff, by the name that the log has.
struct StaffName {
    std::string text;
    friend auto operator<=>(const StaffName&, const StaffName&) = default;
};

// What something happened to.
using Touched = std::variant<complaint::Id, complaint::CustomerId, complaint::ActionId, StaffName,
                             complaint::VolumeOf, PolicyVersion>;

// As data have it: "R-1", "C-7", "A-2", "maria", "volume 2026-10", "policy 3".
std::string to_string(const Touched& touched);

// What an event tells of.
Touched owner_of(const complaint::Event& event);

// What a change touched, each once, in the order of its events, staff, volumes and policies last; until `take` returns false.
void read_touched(Database& database, std::int64_t change,
                  const std::function<bool(const Touched& touched)>& take);
std::vector<Touched> touched_by(Database& database, std::int64_t change);

// What both of two changes touched, as the first one has it, without policies.
void read_shared(Database& database, std::int64_t one, std::int64_t other,
                 const std::function<void(const Touched& touched)>& take);

// The same by kind: a big import touches more than there is room for otherwise.
struct TouchedNumbers {
    std::vector<complaint::Id> complaints;
    std::vector<complaint::CustomerId> customers;
    std::vector<complaint::ActionId> actions;
    std::vector<StaffName> staff;
    std::vector<complaint::VolumeOf> volumes;
    bool policy = false;
};
TouchedNumbers numbers_touched_by(Database& database, std::int64_t change);

// Whether it put a policy into force, or undid one that did.
bool touches_policy(Database& database, std::int64_t change);

// A change that must be undone before this one can be, because it touched what this one touched and came
// later: the latest of them. Nothing when there is none.
std::optional<Change> in_the_way_of(Database& database, std::int64_t number);

} // namespace reklamaatio::store
