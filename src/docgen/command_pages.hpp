// SPDX-License-Identifier: GPL-3.0-or-later
// The page of each command: all of it from the registry and the options, but for what a text adds.
#pragma once

#include "cli/options.hpp"
#include "docgen/page.hpp"

#include <vector>

namespace reklamaatio::docgen {

std::vector<ManPage> command_pages();

// An item each: "-m, --message TEXT". Arguments are left out.
void write_options(ManPage& page, const std::vector<cli::OptionRow>& rows);

} // namespace reklamaatio::docgen
