// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rehearsal.hpp"

#include "cli/open_store.hpp"
#include "cli/parser.hpp"

#include <sstream>

namespace reklamaatio::cli {

namespace {

// The same world, of which nobody sees or hears.
host::Environment unseen(const host::Environment& environment, std::iostream& nowhere) {
    return {environment.arguments,
            nowhere,
            nowhere,
            nowhere,
            environment.variables,
            false,
            false,
            false,
            0,
            0,
            environment.clock,
            environment.user,
            environment.shell};
}

std::unique_ptr<Command> same_command(const CommandRow& row, const std::vector<std::string>& arguments) {
    auto command = row.make();
    Options options;
    command->declare(options);
    GlobalOptions settled_already;
    settled_already.declare(options);
    parse(std::string(row.name), options.rows(), arguments);
    return command;
}

} // namespace

void rehearse(const CommandRow& row, Command& asking, const Settings& settings,
              const host::Environment& environment, const std::vector<std::string>& arguments) {
    const auto rehearsal = same_command(row, arguments);
    rehearsal->copy_input_from(asking);
    std::stringstream nowhere;
    const host::Environment world = unseen(environment, nowhere);
    host::Output output(nowhere, std::nullopt, true);
    // Not committed, it never was.
    auto store = open_store(rehearsal->access(row.access), true, settings, world);
    Session session(world, settings, store ? &*store : nullptr, std::string(row.name), output);
    rehearsal->run(session);
    asking.adopt(*rehearsal);
}

} // namespace reklamaatio::cli
