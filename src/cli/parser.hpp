// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments against the options that a command declared.
#pragma once

#include "cli/options.hpp"

#include <span>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Hands every value to its option. Throws UsageError, with a suggestion for an unknown option. `command` is
// what messages call it.
void parse(const std::string& command, std::span<const OptionRow> options,
           const std::vector<std::string>& arguments);

// The place of the command among the arguments: the first that is neither a global option nor its value. The
// size when there is none.
std::size_t find_command(std::span<const OptionRow> global_options,
                         const std::vector<std::string>& arguments);

// Throws UsageError for the first of the arguments in front of a command that is no global option.
void check_global(std::span<const OptionRow> global_options, std::span<const std::string> arguments);

} // namespace reklamaatio::cli
