// SPDX-License-Identifier: GPL-3.0-or-later
// Their words for ours: a table [values.FIELD] of a profile.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

class WordMap {
  public:
    WordMap() = default;
    // Their word = ours. In theirs `*` stands for any letters, and `"*"` alone for every word that is not listed; `""`
    // is a cell without a word.
    explicit WordMap(const std::map<std::string, std::string>& words);

    // Ours, which may be empty; null when theirs is not listed. A word goes before the same in another case, that
    // before a pattern, and the pattern with the most letters before others. A cell without a word is matched by `""`
    // alone.
    const std::string* find(std::string_view theirs) const;

    // Ours for the very word, whatever patterns there are.
    const std::string* find_exactly(std::string_view theirs) const;

    bool empty() const { return m_exact.empty() && m_patterns.empty(); }

  private:
    struct Pattern {
        std::string theirs; // in lower case
        std::string ours;
    };

    std::map<std::string, std::string, std::less<>> m_exact;
    std::map<std::string, std::string, std::less<>> m_lower;
    std::vector<Pattern> m_patterns; // the longest first
};

} // namespace reklamaatio::exchange
