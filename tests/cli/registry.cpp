// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"

#include "cli/settings.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {

TEST_CASE("each command is found by its name and each makes a command of its own") {
    std::set<std::string_view> names;
    for (const auto* row : commands()) {
        CHECK(command_named(row->name) == row);
        CHECK(row->make() != row->make());
        names.insert(row->name);
    }
    CHECK(names.size() == commands().size());
    CHECK(command_named("lsit") == nullptr);
    CHECK(command_named("") == nullptr);
}

TEST_CASE("no option of a command has a name or a letter of another one or of all commands") {
    for (const auto* row : commands()) {
        CAPTURE(row->name);
        GlobalOptions globals;
        Options options;
        globals.declare(options);
        const auto command = row->make();
        command->declare(options);
        std::set<std::string> names;
        for (const auto& option : options.rows())
            for (const auto& name : Options::parts_of(option.names)) {
                CAPTURE(name);
                CHECK(names.insert(name).second);
            }
    }
}

TEST_CASE("a command that is misspelt gets a suggestion and one that is not known the way to the help") {
    CHECK(unknown_command("lsit") == "unknown command 'lsit'; did you mean 'list'?");
    CHECK(unknown_command("weather") == "unknown command 'weather'; see reklamaatio help");
}

} // namespace reklamaatio::cli::tests
