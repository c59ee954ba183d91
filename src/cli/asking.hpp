// SPDX-License-Identifier: GPL-3.0-or-later
// Talking with the person who sits at a terminal, while nothing is locked.
#pragma once

#include "host/environment.hpp"

#include <string>

namespace reklamaatio::cli {

// On standard error, wrapped. Foreign text in it must be made harmless before if it is to stay on one line.
void tell_person(const std::string& text, const host::Environment& environment);

// One line, trimmed; at the end of the input, which at a terminal may go on, an empty one.
std::string read_line(const host::Environment& environment);

} // namespace reklamaatio::cli
