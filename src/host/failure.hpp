// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong between the user and the program.
#pragma once

#include "host/exit_status.hpp"

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::host {

// What kind of fault it is, where a program is to know more than the exit status.
enum class Cause {
    of_status, // the status says all
    unknown_command,
    unknown_option,
    bad_value,
    no_folder,
    no_database_named,
    rows_not_valid,
    several_refused,
    alerts_not_delivered
};

// By Cause; of the first one the status has the word.
inline constexpr std::array<std::string_view, 9> k_cause_words{"",
                                                               "unknown_command",
                                                               "unknown_option",
                                                               "bad_value",
                                                               "no_folder",
                                                               "no_database_named",
                                                               "rows_not_valid",
                                                               "several_refused",
                                                               "alerts_not_delivered"};

constexpr std::string_view word_of(Cause cause) {
    return k_cause_words[static_cast<std::size_t>(cause)];
}

// What a fault is about: the ids and the fields that it names.
struct Concern {
    Cause cause = Cause::of_status;
    std::vector<std::string> ids{};
    std::vector<std::string> fields{};
};

// Ends the command with that status. The message is a sentence without its full stop, or several lines of
// them.
class Failure : public std::runtime_error {
  public:
    Failure(ExitStatus status, const std::string& message, Concern concern = {})
        : std::runtime_error(message), m_status(status), m_concern(std::move(concern)) {}
    ExitStatus status() const { return m_status; }
    const Concern& concern() const { return m_concern; }

  private:
    ExitStatus m_status;
    Concern m_concern;
};

class UsageError : public Failure {
  public:
    explicit UsageError(const std::string& message, Concern concern = {})
        : Failure(ExitStatus::usage, message, std::move(concern)) {}
};

} // namespace reklamaatio::host
