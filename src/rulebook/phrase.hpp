// SPDX-License-Identifier: GPL-3.0-or-later
// Words looked for in what a customer wrote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// Whole words that follow each other; "uszkodz*" is any word that begins so. Case and accents do not count,
// in any language.
struct Phrase {
    struct Word {
        std::string folded;
        bool is_stem = false;
        friend bool operator==(const Word&, const Word&) = default;
    };
    std::string text;        // as it was written
    std::vector<Word> words; // at least one
};

// Throws BadValue for a text without words, and for a * elsewhere than after a word.
Phrase parse_phrase(std::string_view text);

// Whether every text that has `narrow` has `wide` as well, as far as their words tell: "broken glass" has
// "broken", "broken" has "brok*".
bool covers(const Phrase& wide, const Phrase& narrow);

// A text taken apart once, to look for many phrases.
class WordIndex {
  public:
    explicit WordIndex(std::string_view text);
    bool contains(const Phrase& phrase) const;

  private:
    std::vector<std::string> m_words;    // as they stand in the text
    std::vector<std::size_t> m_in_order; // of the alphabet: places in m_words
};

} // namespace reklamaatio::rulebook
