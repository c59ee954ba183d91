// SPDX-License-Identifier: GPL-3.0-or-later
// How wide text stands on a terminal, and making it fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reklamaatio::text {

// Terminal columns of one line of UTF-8 text: combining marks take none, East Asian wide characters and emoji
// two, those of ambiguous width one. Control characters count as visible() shows them, a tab or line end as
// one.
int width(std::string_view text);

// At most `columns` wide: the text itself, or its beginning with "…" as the last column. Never cuts a
// character or parts it from its marks. columns >= 1.
std::string shortened(std::string_view text, int columns);

// What a reader takes for one character (an extended grapheme cluster: a letter with its marks, a joined
// emoji, a flag).
struct Cluster {
    std::size_t size; // in bytes, at least 1
    int width;        // in terminal columns
};

// The first of text that is not empty.
Cluster first_cluster(std::string_view text);

// Filled with blanks to `columns`; longer text is left as it is.
std::string padded_right(std::string_view text, int columns); // text at the left
std::string padded_left(std::string_view text, int columns);  // text at the right

} // namespace reklamaatio::text
