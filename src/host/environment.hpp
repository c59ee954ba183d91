// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of the outside world that the program looks at: handed in, so that tests can stand for it.
#pragma once

#include "host/shell.hpp"
#include "time/clock.hpp"

#include <functional>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace reklamaatio::host {

struct Environment {
    std::vector<std::string> arguments; // without the program's name
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::map<std::string, std::string> variables;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int terminal_width = 0;  // in columns; 0: unknown
    int terminal_height = 0; // in rows; 0: unknown
    const time::Clock& clock;
    // The login name of who runs this; empty: unknown. The system may look for it far away.
    std::function<std::string()> user;
    const Shell& shell;
    // Ends the process after this many seconds; monitoring then sees UNKNOWN. Empty: there is no time limit.
    std::function<void(int seconds)> limit_time{};

    // Empty when it is not set.
    std::string variable(const std::string& name) const {
        const auto found = variables.find(name);
        return found == variables.end() ? "" : found->second;
    }
};

} // namespace reklamaatio::host
