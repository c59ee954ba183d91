// SPDX-License-Identifier: GPL-3.0-or-later
// A world made up for the program: nothing is set and nobody looks, until a test says so.
#pragma once

#include "host/environment.hpp"
#include "time/builders.hpp"
#include "time/clock.hpp"

#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::host::tests {

// Runs nothing: notes what it was to run, and does what the test wants done instead.
class FakeShell final : public Shell {
  public:
    using Variables = std::map<std::string, std::string>;

    std::optional<int> run(const std::string& command, const std::string&, const Variables& variables,
                           std::chrono::seconds) const override {
        return run_for_person(command, variables, std::nullopt);
    }
    int run_for_person(const std::string& command, const Variables& variables,
                       const std::optional<std::string>& input) const override {
        commands.push_back(command);
        inputs.push_back(input.value_or(""));
        return instead ? instead(variables) : 0;
    }

    std::function<int(const Variables&)> instead;
    mutable std::vector<std::string> commands;
    mutable std::vector<std::string> inputs; // of those for a person
};

class World {
  public:
    explicit World(std::string_view now = "2026-01-12T08:00:00Z") : m_clock(time::tests::utc(now)) {}

    // The streams stay this world's.
    Environment environment() {
        return {{},
                in,
                out,
                err,
                variables,
                in_is_terminal,
                out_is_terminal,
                err_is_terminal,
                terminal_width,
                terminal_height,
                m_clock,
                [this] { return user; },
                shell};
    }

    std::istringstream in;
    std::ostringstream out, err;
    std::map<std::string, std::string> variables;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int terminal_width = 0;
    int terminal_height = 0;
    std::string user;
    FakeShell shell;

  private:
    time::FixedClock m_clock;
};

} // namespace reklamaatio::host::tests
