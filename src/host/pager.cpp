// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/pager.hpp"

#include "host/failure.hpp"
#include "host/search_path.hpp"
#include "text/painted.hpp"

#include <algorithm>
#include <string_view>

namespace reklamaatio::host {

namespace {

// What the shell ends with when it cannot run a command, or cannot find it.
constexpr int k_cannot_run = 126;
constexpr int k_cannot_find = 127;

// The program that a command begins with; empty where only a shell can tell, as with NAME=VALUE in front of it.
std::string program_of(const std::string& command) {
    const std::string first = command.substr(0, command.find(' '));
    constexpr std::string_view k_means_something = "=$`'\"\\~*?[]{}()|&;<>#!";
    return first.find_first_of(k_means_something) == std::string::npos ? first : "";
}

// Rows of the terminal that a line takes; what is too long for one goes on in the next.
int rows_of(std::string_view line, int columns) {
    if (columns == 0) return 1;
    return std::max(1, (text::width_of_painted(line) + columns - 1) / columns);
}

} // namespace

bool Pager::is_there() const {
    return m_command.find_first_not_of(' ') != std::string::npos && m_command != "cat";
}

// The last row stays for the prompt.
bool Pager::fits(const std::string& text) const {
    if (m_environment.terminal_height == 0) return text.empty();
    int rows = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        rows += rows_of(rest.substr(0, end), m_environment.terminal_width);
        if (rows >= m_environment.terminal_height) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

bool Pager::show(const std::string& text) const {
    if (!is_there() || fits(text)) return false;
    const auto program = program_of(m_command);
    if (!program.empty() && !is_there_to_run(m_environment, program)) return false;
    // Where nothing else is said, less passes colours on, and knows that we write UTF-8 in every locale.
    auto variables = m_environment.variables;
    variables.emplace("LESS", "FRX");
    variables.emplace("LESSCHARSET", "utf-8");
    try {
        const int status = m_environment.shell.run_for_person(m_command, variables, text);
        return status != k_cannot_run && status != k_cannot_find;
    } catch (const Failure&) {
        return false;
    }
}

} // namespace reklamaatio::host
