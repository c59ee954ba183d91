// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a table are where there is not room for all that stands in them.
#pragma once

#include <cstddef>
#include <vector>

namespace reklamaatio::render {

inline constexpr int k_gap = 2; // blanks between columns

// A column while room is found for it.
struct Fitted {
    std::size_t column;
    int natural; // as wide as what stands in it
    int min_width;
    int expendable;
    bool is_whole;
    bool yields_first;
    bool is_empty; // in every row
    bool is_alike; // in every row of several
    int width;
};

// Makes a line of them, with the gaps between, no wider than the limit: columns that say nothing go first, then those that
// may shrink do, then the most expendable go; where even that is not enough everything gives way but what is whole.
// `is_watched`: somebody looks at the table and is told beneath it of what all rows have in common.
void fit(std::vector<Fitted>& columns, int limit, bool is_watched);

} // namespace reklamaatio::render
