// SPDX-License-Identifier: GPL-3.0-or-later
// From arguments to an exit status.
#pragma once

#include "host/environment.hpp"

namespace reklamaatio::cli {

// The whole program. The only place that catches and prints errors.
int run(const host::Environment& environment);

} // namespace reklamaatio::cli
