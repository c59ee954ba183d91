// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

const CommandRow* command_named(std::string_view name) {
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &CommandRow::name);
    return found == all.end() ? nullptr : *found;
}

std::string unknown_command(const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto* row : commands())
        names.push_back(row->name);
    const std::string hint = text::did_you_mean(name, names);
    return fmt::format("unknown command '{}'{}", name, hint.empty() ? "; see reklamaatio help" : hint);
}

} // namespace reklamaatio::cli
