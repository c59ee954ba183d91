// SPDX-License-Identifier: GPL-3.0-or-later
// A command's result, once its change is stored.
#pragma once

#include "host/output.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Does what was deferred, and finishes the output. Throws Failure, StoreError.
void hand_over(const std::vector<std::function<void()>>& work, host::Output& output);

// "change 12 stands all the same, of R-37", for whoever would do it twice since something failed behind it: read from the
// database anew, since nobody was to wait for it meanwhile.
std::string what_stands(const std::string& database, std::int64_t change);

} // namespace reklamaatio::cli
