// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of the machine.
#pragma once

#include "host/environment.hpp"

#include <string>

namespace reklamaatio::host {

// Whether the shell would find it: on the PATH, or where it is itself when its name has a slash.
bool is_there_to_run(const Environment& environment, const std::string& program);

} // namespace reklamaatio::host
