// SPDX-License-Identifier: GPL-3.0-or-later
// The commands with their options and arguments, as the parser knows them.
#pragma once

#include "cli/registry.hpp"

#include <memory>
#include <vector>

namespace reklamaatio::docgen {

struct CommandEntry {
    const cli::CommandRow* row;
    std::vector<cli::OptionRow> options; // and arguments
    std::unique_ptr<cli::Command> owner; // of what the options write into
};

// In the order of the help.
const std::vector<CommandEntry>& command_table();

const std::vector<cli::OptionRow>& global_options();

// What may stand after an option, or as an argument.
enum class Takes {
    nothing, // it is a flag
    words,   // one of a closed list
    command,
    file,
    anything
};
Takes taken_by(const cli::OptionRow& row);

// "-m", "--message" of "-m,--message".
std::vector<std::string> names_of(const cli::OptionRow& row);

} // namespace reklamaatio::docgen
