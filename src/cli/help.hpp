// SPDX-License-Identifier: GPL-3.0-or-later
// What --help says: all of it from the registry and the options.
#pragma once

#include "cli/registry.hpp"

#include <ostream>
#include <span>

namespace reklamaatio::cli {

// How wide the help is where there is room.
inline constexpr int k_help_width = 80;

// All fit into `width` columns, but for usage lines and examples, which are there to be copied.
// The commands by what they are for.
void show_front_page(std::ostream& out, int width = k_help_width);
// One command: examples first, then its options, and a line that names the global ones.
void show_help(std::ostream& out, const CommandRow& row, std::span<const OptionRow> options,
               int width = k_help_width);
// The options that every command has.
void show_global_options(std::ostream& out, int width = k_help_width);
void show_version(std::ostream& out);

// "classify [OPTIONS] ID..."
std::string usage_line(const CommandRow& row, std::span<const OptionRow> options);

// "what they are for" of each group, in the order of the help.
struct GroupRow {
    Group group;
    std::string_view heading;
};
std::span<const GroupRow> groups();

} // namespace reklamaatio::cli
