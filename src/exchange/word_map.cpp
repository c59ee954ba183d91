// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/word_map.hpp"

#include "text/blank.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

// Where `*` stands for any letters, perhaps none.
bool matches(std::string_view pattern, std::string_view text) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    text.remove_prefix(star);
    pattern.remove_prefix(star + 1);
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
        if (matches(pattern, text.substr(skipped))) return true;
    return false;
}

} // namespace

WordMap::WordMap(const std::map<std::string, std::string>& words) {
    for (const auto& [written, ours] : words) {
        const std::string theirs(text::trimmed(written)); // as cells are
        if (theirs.find('*') != std::string::npos) {
            m_patterns.push_back({text::lower(theirs), ours});
            continue;
        }
        m_exact.emplace(theirs, ours);
        m_lower.emplace(text::lower(theirs), ours);
    }
    std::ranges::stable_sort(m_patterns, std::ranges::greater{},
                             [](const Pattern& pattern) { return pattern.theirs.size(); });
}

const std::string* WordMap::find_exactly(std::string_view theirs) const {
    const auto exact = m_exact.find(theirs);
    return exact == m_exact.end() ? nullptr : &exact->second;
}

const std::string* WordMap::find(std::string_view theirs) const {
    if (const auto* exact = find_exactly(theirs)) return exact;
    if (theirs.empty()) return nullptr;
    const auto lower = text::lower(theirs);
    if (const auto same = m_lower.find(lower); same != m_lower.end()) return &same->second;
    const auto fits = [&](const Pattern& pattern) { return matches(pattern.theirs, lower); };
    const auto pattern = std::ranges::find_if(m_patterns, fits);
    return pattern == m_patterns.end() ? nullptr : &pattern->ours;
}

} // namespace reklamaatio::exchange
