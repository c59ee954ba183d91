// SPDX-License-Identifier: GPL-3.0-or-later
// A command's session with a database, without the command: for the parts of which commands are made.
#pragma once

#include "cli/parser.hpp"
#include "cli/session.hpp"
#include "host/world.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli::tests {

struct Sitting {
    explicit Sitting(store::Store& at, std::string_view now, const std::string& as = "maria")
        : store(at), world(now) {
        settings.actor = as;
    }

    // What `work` makes of the session.
    template <typename Work>
    auto with_session(Work work) {
        const auto environment = world.environment();
        host::Output output(world.out, std::nullopt, false);
        Session session(environment, settings, &store, "test", output);
        return work(session);
    }

    store::Store& store;
    host::tests::World world;
    Settings settings;
};

// Reads what was typed into options that declare themselves.
template <typename Declared>
void type(Declared& declared, const std::vector<std::string>& words) {
    Options options;
    declared.declare(options);
    parse("test", options.rows(), words);
}

} // namespace reklamaatio::cli::tests
