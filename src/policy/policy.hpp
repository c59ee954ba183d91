// SPDX-License-Identifier: GPL-3.0-or-later
// The policy file: TOML into what it means, every fault named with its place.
#pragma once

#include "rulebook/policy.hpp"
#include "time/instant.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::policy {

// The file cannot be put in force; all its faults, in order of place.
class PolicyError : public std::runtime_error {
  public:
    // Each as "file:line:column: message".
    explicit PolicyError(std::vector<std::string> lines);
    const std::vector<std::string>& lines() const { return m_lines; }

  private:
    std::vector<std::string> m_lines;
};

// A policy that is about to be put in force.
struct JudgedPolicy {
    rulebook::Policy policy;
    // The text to store: what was read, and the dates of its holiday files after it.
    std::string toml;
    // What is legal, but odd: each as "file:line:column: warning: message".
    std::vector<std::string> warnings;
};

// For being put in force at `now`. Reads the holiday files beside the policy, too; what recurs in them is
// written out for the years around it. Throws PolicyError. `file` is what messages call the policy.
JudgedPolicy judge(std::string_view toml, std::string_view file, const std::filesystem::path& folder,
                   time::Instant now);

// Reads a text that needs no other files, as judge() made it, and as earlier versions of this program took it; rules that
// set nothing are taken as well. Throws PolicyError.
rulebook::Policy read(std::string_view toml, std::string_view file);

// What a new database starts with.
std::string_view default_toml();

// The same with comments on all that a policy may say; an example for one's own.
std::string example_toml();

} // namespace reklamaatio::policy
