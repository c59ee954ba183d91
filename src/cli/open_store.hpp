// SPDX-License-Identifier: GPL-3.0-or-later
// The database as a command needs it.
#pragma once

#include "cli/command.hpp"

#include <optional>
#include <string_view>

namespace reklamaatio::cli {

// The command that makes a database on purpose, and under which the making of any is logged.
inline constexpr std::string_view k_making_command = "init";

// Nothing for a command that needs none. A dry run makes nothing, not even an empty database. Throws Failure
// (no_input) where none is named, and what the store throws.
std::optional<store::Store> open_store(Access access, bool dry_run, const Settings& settings,
                                       const host::Environment& environment);

// As it was at an earlier time, as typed for --as-of: a date is its end. Throws UsageError for what is no such time, and for one
// that lies ahead or before all that the log knows.
store::Store open_earlier_store(const std::string& time, const Settings& settings,
                                const host::Environment& environment);

// Of a database that is to be made: that one is named, and that its folder is there, which is made only where nobody named it.
// Throws Failure.
void provide_place(const Settings& settings);

// To whom one was made: that it is on a network file system, once, since later it is where it is; and how one of an earlier
// layout came to this one.
void warn_of_network(const Settings& settings, const host::Environment& environment);
void tell_of_upgrade(const store::Upgrade& upgrade, const Settings& settings,
                     const host::Environment& environment);

} // namespace reklamaatio::cli
