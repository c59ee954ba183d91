// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/word_map.hpp"

#include "complaint/error.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>

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

std::string_view shown_meaning(std::string_view ours) {
    return ours.empty() ? "none" : ours;
}

WordMap::WordMap(const std::map<std::string, std::string>& words) {
    for (const auto& [written, ours] : words) {
        const std::string theirs(text::trimmed(written)); // as cells are
        if (theirs.find('*') != std::string::npos) {
            m_patterns.push_back({theirs, text::lower(theirs), ours});
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
    const auto* pattern = best_of_patterns(theirs, lower);
    return pattern == nullptr ? nullptr : &pattern->ours;
}

// What fits a pattern letter by letter, stars and all, is a special case of it.
bool WordMap::goes_before(const Pattern& pattern, const Pattern& other) {
    if (matches(other.theirs, pattern.theirs)) return true;
    const auto letters = [](const Pattern& of) {
        return of.theirs.size() - static_cast<std::size_t>(std::ranges::count(of.theirs, '*'));
    };
    return letters(pattern) > 2 * letters(other) && !matches(pattern.theirs, other.theirs);
}

const WordMap::Pattern* WordMap::best_of_patterns(std::string_view theirs, const std::string& lower) const {
    const Pattern* best = nullptr;
    for (const auto& pattern : m_patterns)
        if (matches(pattern.theirs, lower) && (best == nullptr || goes_before(pattern, *best)))
            best = &pattern;
    for (const auto& pattern : m_patterns)
        if (best != nullptr && pattern.ours != best->ours && matches(pattern.theirs, lower)
            && !goes_before(*best, pattern))
            throw complaint::BadValue(
                fmt::format("'{}' is both '{}' and '{}' by the profile, which mean {} and {}; list "
                            "it on its own",
                            theirs, best->written, pattern.written, shown_meaning(best->ours),
                            shown_meaning(pattern.ours)));
    return best;
}

} // namespace reklamaatio::exchange
