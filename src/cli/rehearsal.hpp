// SPDX-License-Identifier: GPL-3.0-or-later
// Playing a command through before somebody writes a letter for it.
#pragma once

#include "cli/registry.hpp"
#include "cli/settings.hpp"

#include <string>
#include <vector>

namespace reklamaatio::cli {

// Runs the command that was asked for, with its words taken for granted, and takes everything back: what is
// in its way is told before the editor opens and not after it. Prints nothing. `asking` is after prepare;
// `arguments` are those after its name. Throws what the command throws.
void rehearse(const CommandRow& row, Command& asking, const Settings& settings,
              const host::Environment& environment, const std::vector<std::string>& arguments);

} // namespace reklamaatio::cli
