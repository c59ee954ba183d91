// SPDX-License-Identifier: GPL-3.0-or-later
// The commands, one row each, which stands in the file of its command: help, manual, completion and the
// README's table are made from them.
#pragma once

#include "cli/command.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

// Where a command stands in the help.
enum class Group { front, handling, looking, data, program };

struct Example {
    std::string_view line;    // as typed, without the prompt
    std::string_view comment; // what it is for; a clause
};

struct CommandRow {
    std::string_view name;
    Group group;
    Access access;
    std::string_view summary;     // a clause in the imperative, for lists
    std::string_view description; // paragraphs for the manual, with an empty line between them
    std::array<Example, 3> examples;
    std::unique_ptr<Command> (*make)();
};

// In the order of the help.
std::span<const CommandRow* const> commands();

// How a row makes its command.
template <typename Made>
std::unique_ptr<Command> make() {
    return std::make_unique<Made>();
}

// Null when there is none of that name.
const CommandRow* command_named(std::string_view name);

// "unknown command 'lsit'; did you mean 'list'?", or how what was meant is done here.
std::string unknown_command(const std::string& name, std::span<const std::string> typed = {});

} // namespace reklamaatio::cli
