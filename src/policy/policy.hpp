// SPDX-License-Identifier: GPL-3.0-or-later
// The policy file: TOML into what it means, every fault named with its place.
#pragma once

#include "complaint/policy.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::policy {

// Line and column count from 1.
struct Fault {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string message;
};

// The file cannot be put in force; all its faults, in order of place.
class PolicyError : public std::runtime_error {
  public:
    PolicyError(std::string_view file, std::vector<Fault> faults);
    // Each as "file:line:column: message".
    const std::vector<std::string>& lines() const { return m_lines; }

  private:
    std::vector<std::string> m_lines;
};

// Throws PolicyError. `file` is what messages call it.
complaint::Policy read(std::string_view toml, std::string_view file);

// What a new database starts with; commented, an example for one's own.
std::string_view default_toml();

} // namespace reklamaatio::policy
