// SPDX-License-Identifier: GPL-3.0-or-later
// Completion scripts: static, from the table of commands and options.
#pragma once

#include <string>

namespace reklamaatio::docgen {

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

} // namespace reklamaatio::docgen
