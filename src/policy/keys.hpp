// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of people, teams and outside bodies: they are typed on command lines and stand in lists.
#pragma once

#include "toml/reader.hpp"

#include <span>
#include <string_view>

namespace reklamaatio::policy {

// A key with blanks or marks in it, or one of the words that mean something else, is a fault of its table.
void check_key(toml::Reader& reader, std::string_view key, std::span<const std::string_view> reserved);

} // namespace reklamaatio::policy
