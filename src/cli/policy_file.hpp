// SPDX-License-Identifier: GPL-3.0-or-later
// A policy in a file, or on standard input, that is about to be judged.
#pragma once

#include "policy/policy.hpp"
#include "time/instant.hpp"

#include <string>

namespace reklamaatio::cli {

// What messages call it.
std::string policy_file_name(const std::string& file);

// Judges the text of that file; others that it names are looked for beside it. Throws PolicyError.
policy::JudgedPolicy judge_policy_file(const std::string& file, const std::string& toml, time::Instant now);

} // namespace reklamaatio::cli
