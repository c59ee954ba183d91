// SPDX-License-Identifier: GPL-3.0-or-later
// Long text at a terminal, screen by screen.
#pragma once

#include "host/environment.hpp"

#include <string>
#include <utility>

namespace reklamaatio::host {

class Pager {
  public:
    // `command` is for the shell; empty, or "cat": there is none. The environment must outlive the pager.
    Pager(const Environment& environment, std::string command)
        : m_environment(environment), m_command(std::move(command)) {}

    bool is_there() const;
    // Whether somebody has been shown the text, to its end or as far as they liked. Text that fits the terminal, and
    // all text where the pager cannot be started, is for the caller to print. What the pager ends with means nothing.
    bool show(const std::string& text) const;

  private:
    bool fits(const std::string& text) const;

    const Environment& m_environment;
    std::string m_command;
};

} // namespace reklamaatio::host
