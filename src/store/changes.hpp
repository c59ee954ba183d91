// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes stand, and which stand in each other's way.
#pragma once

#include "store/database.hpp"
#include "store/events.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A change in its row of the log.
std::optional<Change> find_change(Database& database, std::int64_t number);

// The latest change of that person that is neither an undo nor undone, nor the one that made the database.
std::optional<Change> latest_undoable(Database& database, const std::string& actor);

// Those of one person or of all, the latest first, until `take` returns false; with what became of each.
void read_changes(Database& database, const std::string& actor,
                  const std::function<bool(const Change& change, bool undone)>& take);

// A change that must be undone first, because it touched what this one touched; nothing when none does. For
// an undo: a change that stands between it and what it took back.
std::optional<Change> in_the_way_of(Database& database, std::int64_t number);

} // namespace reklamaatio::store
