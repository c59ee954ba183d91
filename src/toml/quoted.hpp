// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as TOML writes them.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::toml {

// In double quotes.
std::string quoted(std::string_view text);

} // namespace reklamaatio::toml
