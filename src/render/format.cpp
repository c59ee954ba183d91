// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/format.hpp"

namespace reklamaatio::render {

std::optional<Format> format_named(std::string_view name) {
    for (const auto& row : k_formats)
        if (row.name == name) return row.format;
    return std::nullopt;
}

} // namespace reklamaatio::render
