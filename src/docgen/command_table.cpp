// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/command_table.hpp"

#include "cli/help.hpp"
#include "cli/settings.hpp"

namespace reklamaatio::docgen {

namespace {

CommandEntry entry_of(const cli::CommandRow& row) {
    CommandEntry entry{&row, {}, row.make()};
    cli::Options options;
    entry.owner->declare(options);
    entry.options = options.rows();
    return entry;
}

std::vector<CommandEntry> make_table() {
    std::vector<CommandEntry> table;
    for (const auto& group : cli::groups())
        for (const auto* row : cli::commands())
            if (row->group == group.group) table.push_back(entry_of(*row));
    return table;
}

} // namespace

const std::vector<CommandEntry>& command_table() {
    static const auto table = make_table();
    return table;
}

const std::vector<cli::OptionRow>& global_options() {
    static cli::GlobalOptions globals;
    static const auto rows = [] {
        cli::Options options;
        globals.declare(options);
        return options.rows();
    }();
    return rows;
}

Takes taken_by(const cli::OptionRow& row) {
    if (!row.words.empty()) return Takes::words;
    const auto& what = row.is_argument ? row.names : row.value;
    if (what.empty()) return Takes::nothing;
    if (what == "FILE") return Takes::file;
    return what == "COMMAND" ? Takes::command : Takes::anything;
}

std::vector<std::string> names_of(const cli::OptionRow& row) {
    return cli::Options::parts_of(row.names);
}

} // namespace reklamaatio::docgen
