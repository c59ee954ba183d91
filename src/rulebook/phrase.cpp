// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/phrase.hpp"

#include "complaint/error.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

bool fits(const Phrase::Word& wanted, std::string_view word) {
    return wanted.is_stem ? word.starts_with(wanted.folded) : word == wanted.folded;
}

// Whether every word that fits `narrow` fits `wide`.
bool covers(const Phrase::Word& wide, const Phrase::Word& narrow) {
    if (!wide.is_stem) return wide == narrow;
    return narrow.folded.starts_with(wide.folded);
}

// One stretch between blanks: often a word, but "don't" is two.
void add_words(Phrase& phrase, std::string_view chunk) {
    const bool is_stem = chunk.ends_with('*');
    if (is_stem) chunk.remove_suffix(1);
    const auto words = text::words_of(chunk);
    // A letter more lengthens the last word, unless something else stands between: "shop-*".
    const bool ends_in_word = text::words_of(std::string(chunk) + "x").size() == words.size();
    if (chunk.find('*') != std::string_view::npos || (is_stem && !ends_in_word))
        throw complaint::BadValue(fmt::format(
            "'{}' has a * that is not at the end of a word; write it as in \"uszkodz*\"", phrase.text));
    for (const auto& word : words)
        phrase.words.push_back({word, false});
    if (is_stem) phrase.words.back().is_stem = true;
}

} // namespace

Phrase parse_phrase(std::string_view text) {
    Phrase phrase{std::string(text), {}};
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\n"), text.size());
        if (end > 0) add_words(phrase, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (phrase.words.empty())
        throw complaint::BadValue(
            fmt::format("'{}' has no word to look for; write letters or digits", phrase.text));
    return phrase;
}

bool covers(const Phrase& wide, const Phrase& narrow) {
    const auto is_covered = [](const Phrase::Word& n, const Phrase::Word& w) { return covers(w, n); };
    const auto found = std::search(narrow.words.begin(), narrow.words.end(), wide.words.begin(),
                                   wide.words.end(), is_covered);
    return found != narrow.words.end();
}

WordIndex::WordIndex(std::string_view text) : m_words(text::words_of(text)), m_in_order(m_words.size()) {
    std::iota(m_in_order.begin(), m_in_order.end(), std::size_t{0});
    std::ranges::sort(m_in_order, {}, [&](std::size_t i) -> std::string_view { return m_words[i]; });
}

bool WordIndex::contains(const Phrase& phrase) const {
    const auto word_at = [&](std::size_t i) -> std::string_view { return m_words[i]; };
    const auto& first = phrase.words.front();
    const std::string_view wanted = first.folded;
    for (auto place = std::ranges::lower_bound(m_in_order, wanted, {}, word_at);
         place != m_in_order.end() && fits(first, m_words[*place]); ++place) {
        const auto from_here = std::span(m_words).subspan(*place);
        if (from_here.size() < phrase.words.size()) continue;
        if (std::ranges::equal(phrase.words, from_here.first(phrase.words.size()), fits)) return true;
    }
    return false;
}

} // namespace reklamaatio::rulebook
