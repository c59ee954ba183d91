// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody at a terminal sees while a big file is imported.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace reklamaatio::cli {

struct ImportProgress {
    std::int64_t rows = 0;
    std::chrono::milliseconds elapsed{0};
    std::int64_t bytes = 0; // of the file, that were read
    std::int64_t size = 0;  // of the file; 0 where nobody knows
};

// One line; how fast it goes and how long it will take are left out while they cannot be known.
std::string progress_text(const ImportProgress& progress);

} // namespace reklamaatio::cli
