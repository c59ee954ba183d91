// SPDX-License-Identifier: GPL-3.0-or-later
// What others find in our output and in the database: every table with its columns.
#pragma once

#include "cli/settings.hpp"
#include "host/environment.hpp"
#include "host/exit_status.hpp"
#include "view/tables/described_table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::cli {

// Of the commands, in the order of the help, and then the public views.
std::vector<view::DescribedTable> described_tables();

// Throws UsageError for a name that is none.
view::DescribedTable described_table(const std::string& name);

// --columns help: needs no database, and does nothing else.
host::ExitStatus print_description(const std::vector<render::Column>& columns, const Settings& settings,
                                   const host::Environment& environment);

} // namespace reklamaatio::cli
