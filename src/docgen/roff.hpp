// SPDX-License-Identifier: GPL-3.0-or-later
// Text into roff, in ASCII alone, so that every formatter reads it alike.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::docgen {

// As it stands, with nothing in it that roff would obey. A hyphen is one that can be copied into a shell.
std::string literal(std::string_view text);

// Prose: `bold`, {placeholder}; options such as --at are bold by themselves.
std::string prose(std::string_view text);

std::string bold(std::string_view text);
std::string placeholder(std::string_view text);

} // namespace reklamaatio::docgen
