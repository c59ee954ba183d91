// SPDX-License-Identifier: GPL-3.0-or-later
// What --help says: all of it from the registry and the options.
#pragma once

#include "cli/registry.hpp"

#include <ostream>
#include <span>

namespace reklamaatio::cli {

// The commands by what they are for; or the version alone.
host::ExitStatus show_front_page(std::ostream& out, bool version);

// One command: examples first, then its options, then the global ones.
host::ExitStatus show_help(std::ostream& out, const CommandRow& row, std::span<const OptionRow> options);

// "classify [OPTIONS] ID..."
std::string usage_line(const CommandRow& row, std::span<const OptionRow> options);

// "what they are for" of each group, in the order of the help.
struct GroupRow {
    Group group;
    std::string_view heading;
};
std::span<const GroupRow> groups();

} // namespace reklamaatio::cli
