// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two texts, line by line.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// The unified format of diff(1), three lines of context, as patch(1) reads it; empty when the texts are the
// same. No shorter one is possible, unless well over a thousand lines have to go on either side: the search
// then stops and begins again after what it has found, so that it needs 50 MB at most.
std::string unified_diff(std::string_view before, std::string_view after, std::string_view name_before,
                         std::string_view name_after);

} // namespace reklamaatio::text
