// SPDX-License-Identifier: GPL-3.0-or-later
// The commands, one row each: help, manual, completion and the README's table are made from it.
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
    std::string_view description; // paragraphs for the manual
    std::array<Example, 3> examples;
    std::unique_ptr<Command> (*make)();
};

std::span<const CommandRow> commands();

// Null when there is none of that name.
const CommandRow* command_named(std::string_view name);

// "unknown command 'lsit'; did you mean 'list'?"
std::string unknown_command(const std::string& name);

} // namespace reklamaatio::cli
