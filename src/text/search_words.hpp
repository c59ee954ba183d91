// SPDX-License-Identifier: GPL-3.0-or-later
// Words as a full-text index keeps them, and as it is asked for them.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// The words of a text as words_of() gives them, a blank between two. Chinese, Japanese, Thai, Lao, Khmer and
// Burmese are written without blanks between words: each run of their characters becomes its overlapping
// pairs and its last character, 壊れた the words 壊れ, れた and た, so that any part of a run can be found.
std::string search_words(std::string_view text);

// What finds a typed word, or any part of a run, in such a text: words side by side.
struct SearchPhrase {
    std::string words;    // a blank between two; empty where there is neither letter nor figure
    bool is_stem = false; // the last one may be the beginning of a longer one
};

// A star at the end stands for any ending.
SearchPhrase search_phrase(std::string_view word);

} // namespace reklamaatio::text
