// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_progress.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

std::string progress_text(const ImportProgress& progress) {
    std::string text = fmt::format("{} rows", progress.rows);
    const auto elapsed = progress.elapsed.count();
    if (elapsed > 0) text += fmt::format(", {} a second", progress.rows * 1000 / elapsed);
    if (elapsed > 0 && progress.bytes > 0 && progress.size >= progress.bytes) {
        const double rest =
            static_cast<double>(progress.size - progress.bytes) / static_cast<double>(progress.bytes);
        const auto seconds = static_cast<std::int64_t>(static_cast<double>(elapsed) * rest / 1000);
        text += fmt::format(", {}:{:02} left", seconds / 60, seconds % 60);
    }
    return text + "; others wait to write until this is done";
}

} // namespace reklamaatio::cli
