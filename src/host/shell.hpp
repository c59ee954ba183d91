// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the user's own, run by /bin/sh: handed in, so that tests can stand for it.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace reklamaatio::host {

class Shell {
  public:
    Shell() = default;
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;
    virtual ~Shell() = default;

    // Runs it with the text on its standard input and these variables in its environment. Gives its exit status, or 128
    // and the number of the signal that ended it; nothing when it did not end in time, and was ended with all that it
    // had begun. Throws Failure when it cannot be begun.
    virtual std::optional<int> run(const std::string& command, const std::string& input,
                                   const std::map<std::string, std::string>& variables,
                                   std::chrono::seconds longest) const = 0;
    // To its end, for a person who uses it: it has our own standard streams, but reads `input` where that is given, and
    // while it runs an interrupt from the keyboard is meant for it alone. Gives what run() gives.
    virtual int run_for_person(const std::string& command,
                               const std::map<std::string, std::string>& variables,
                               const std::optional<std::string>& input) const = 0;
};

// The real one.
class PosixShell final : public Shell {
  public:
    std::optional<int> run(const std::string& command, const std::string& input,
                           const std::map<std::string, std::string>& variables,
                           std::chrono::seconds longest) const override;
    int run_for_person(const std::string& command, const std::map<std::string, std::string>& variables,
                       const std::optional<std::string>& input) const override;
};

} // namespace reklamaatio::host
