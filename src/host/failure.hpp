// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong between the user and the program.
#pragma once

#include "host/exit_status.hpp"

#include <stdexcept>
#include <string>

namespace reklamaatio::host {

// Ends the command with that status. The message is a sentence without its full stop, or several lines of
// them.
class Failure : public std::runtime_error {
  public:
    Failure(ExitStatus status, const std::string& message) : std::runtime_error(message), m_status(status) {}
    ExitStatus status() const { return m_status; }

  private:
    ExitStatus m_status;
};

class UsageError : public Failure {
  public:
    explicit UsageError(const std::string& message) : Failure(ExitStatus::usage, message) {}
};

} // namespace reklamaatio::host
