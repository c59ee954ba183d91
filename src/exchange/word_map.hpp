// SPDX-License-Identifier: GPL-3.0-or-later
// Their words for ours: a table [values.FIELD] of a profile.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// A word of ours in a message, where the empty one stands for nothing.
std::string_view shown_meaning(std::string_view ours);

class WordMap {
  public:
    WordMap() = default;
    // Their word = ours. In theirs `*` stands for any letters, and `"*"` alone for every word that is not listed; `""`
    // is a cell without a word.
    explicit WordMap(const std::map<std::string, std::string>& words);

    // Ours, which may be empty; null when theirs is not listed. A word goes before the same in another case, and that
    // before a pattern. Of patterns the more special one goes before others: "Closed by*" before "Closed*", and else the
    // one with more than twice as many letters. A cell without a word is matched by `""` alone. Throws
    // complaint::BadValue where two patterns that mean different words of ours fit equally well.
    const std::string* find(std::string_view theirs) const;

    // Ours for the very word, whatever patterns there are.
    const std::string* find_exactly(std::string_view theirs) const;

    bool empty() const { return m_exact.empty() && m_patterns.empty(); }

  private:
    struct Pattern {
        std::string written;
        std::string theirs; // in lower case
        std::string ours;
    };
    static bool goes_before(const Pattern& pattern, const Pattern& other);
    const Pattern* best_of_patterns(std::string_view theirs, const std::string& lower) const;

    std::map<std::string, std::string, std::less<>> m_exact;
    std::map<std::string, std::string, std::less<>> m_lower;
    std::vector<Pattern> m_patterns; // the longest first
};

} // namespace reklamaatio::exchange
