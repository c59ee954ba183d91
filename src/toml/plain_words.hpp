// SPDX-License-Identifier: GPL-3.0-or-later
// What is no TOML, in the words of those who write such files.
#pragma once

#include "toml/library.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::toml {

// One sentence with the way out; the parser's own words for what is seldom met. `toml` is what it read.
std::string in_plain_words(const ::toml::parse_error& fault, std::string_view toml);

} // namespace reklamaatio::toml
