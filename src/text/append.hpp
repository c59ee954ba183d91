// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that are put together from parts, of which some may be missing.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// Adds a part, after a separator where something stands before it; an empty part adds nothing.
inline void append(std::string& line, std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!line.empty()) line += between;
    line += part;
}

} // namespace reklamaatio::text
