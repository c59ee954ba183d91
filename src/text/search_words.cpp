// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/search_words.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace reklamaatio::text {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Blocks of the scripts that write no blanks between words (Unicode 15, Blocks.txt), as far as folding leaves
// them: halfwidth katakana and the like have become others.
constexpr std::array<Range, 11> k_unspaced{{
    {0x0E00, 0x0EFF}, // Thai, Lao
    {0x1000, 0x109F}, // Burmese
    {0x1780, 0x17FF}, // Khmer
    {0x2E80, 0x2FDF}, // radicals
    {0x3005, 0x3007}, // marks that stand for characters
    {0x3041, 0x30FF}, // hiragana, katakana
    {0x31F0, 0x31FF}, // small katakana
    {0x3400, 0x4DBF}, // Han, and on
    {0x4E00, 0x9FFF},
    {0xF900, 0xFAFF},
    {0x1B000, 0x323AF}, // older kana, Han outside the first plane
}};

bool is_unspaced(char32_t code_point) {
    return std::ranges::any_of(k_unspaced, [code_point](const Range& range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

// Gathers words. Of a run it gets one character after the other.
class Gathering {
  public:
    void add_to_word(std::string_view character) {
        end_run();
        if (!m_in_word) begin();
        m_in_word = true;
        m_words += character;
    }

    void add_to_run(std::string_view character) {
        m_in_word = false;
        if (!m_last.empty()) {
            begin();
            m_words.append(m_last).append(character);
            m_is_pair = true;
        }
        m_last = character;
    }

    void end_word() {
        end_run();
        m_in_word = false;
    }

    // The last character of a run also stands alone: pairs begin with every other one.
    void end_run() {
        if (m_last.empty()) return;
        begin();
        m_words += m_last;
        m_last = {};
        m_is_pair = false;
    }

    bool ends_in_pair() const { return m_is_pair; }
    bool ends_in_run() const { return !m_last.empty(); }
    std::string take() { return std::move(m_words); }

  private:
    void begin() {
        if (!m_words.empty()) m_words += ' ';
    }

    std::string m_words;
    std::string_view m_last; // of the run that goes on
    bool m_in_word = false;
    bool m_is_pair = false;
};

bool is_plain_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Most words are plain, and are taken as a whole.
void gather(std::string_view folded, Gathering& words) {
    while (!folded.empty()) {
        if (is_plain_letter(folded.front())) {
            const auto end = std::ranges::find_if_not(folded, is_plain_letter) - folded.begin();
            words.add_to_word(folded.substr(0, static_cast<std::size_t>(end)));
            folded.remove_prefix(static_cast<std::size_t>(end));
            continue;
        }
        const auto character = decoded(folded);
        const auto bytes = folded.substr(0, character.size);
        if (!is_in_words(character.code_point))
            words.end_word();
        else if (is_unspaced(character.code_point))
            words.add_to_run(bytes);
        else
            words.add_to_word(bytes);
        folded.remove_prefix(character.size);
    }
}

} // namespace

std::string search_words(std::string_view text) {
    const std::string plain = folded(text);
    Gathering words;
    gather(plain, words);
    words.end_run();
    return words.take();
}

SearchPhrase search_phrase(std::string_view word) {
    SearchPhrase phrase;
    phrase.is_stem = word.ends_with('*');
    const std::string plain = folded(word);
    Gathering words;
    gather(plain, words);
    // What ends in a run goes on in it: after a pair nothing more is asked, and one character begins a pair.
    if (words.ends_in_run() && !words.ends_in_pair()) phrase.is_stem = true;
    if (!words.ends_in_pair()) words.end_run();
    phrase.words = words.take();
    return phrase;
}

} // namespace reklamaatio::text
