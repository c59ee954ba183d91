// SPDX-License-Identifier: GPL-3.0-or-later
// A command's result, once its change is stored.
#pragma once

#include "host/output.hpp"

#include <cstdint>
#include <string>

namespace reklamaatio::cli {

// Finishes the output. What could not be written is thrown with what stands all the same ("change 12, of R-37"), so that
// nobody does it twice: that is read from the database anew, since nobody was to wait for it meanwhile. `change` is 0
// where nothing was stored.
void hand_over(host::Output& output, const std::string& database, std::int64_t change);

} // namespace reklamaatio::cli
