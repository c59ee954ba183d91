// SPDX-License-Identifier: GPL-3.0-or-later
// The user's configuration file: defaults for global options.
#pragma once

#include "toml/reader.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

// Its values as texts, and where they stand. A file that is not there has none, unless it was asked for by name. Throws Failure
// (bad_configuration, no_input) with all faults, each "file:line:column: message", a line each; unknown keys
// get a suggestion.
std::map<std::string, toml::Placed> read_config(const std::string& path,
                                                std::span<const std::string_view> keys, bool asked);

} // namespace reklamaatio::cli
