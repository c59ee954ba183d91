// SPDX-License-Identifier: GPL-3.0-or-later
// A command's result, once its change is stored.
#pragma once

#include "host/output.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Does what was deferred, and finishes the output. What could not be written is thrown with what stands all the same ("change 12, of R-37"), so that
// nobody does it twice: that is read from the database anew, since nobody was to wait for it meanwhile. `change` is 0
// where nothing was stored.
void hand_over(const std::vector<std::function<void()>>& work, host::Output& output,
               const std::string& database, std::int64_t change);

} // namespace reklamaatio::cli
