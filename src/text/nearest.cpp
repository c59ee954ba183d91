// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nearest.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::text {

namespace {

constexpr std::size_t k_shortest_beginning = 3;

std::u32string letters_of(std::string_view text) {
    const auto plain = folded(text);
    std::u32string letters;
    for (std::string_view rest = plain; !rest.empty();) {
        const auto character = decoded(rest);
        letters += character.code_point;
        rest.remove_prefix(character.size);
    }
    return letters;
}

// Letters added, left out, exchanged, and neighbours swapped (optimal string alignment).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> older(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(older, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchanged = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, exchanged});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
        }
    }
    return row[b.size()];
}

// How many letters are wrong, or nothing when the known word cannot be meant.
std::optional<std::size_t> wrong_letters(const std::u32string& word, const std::u32string& known) {
    if (word.size() >= k_shortest_beginning && known.starts_with(word)) return word == known ? 0 : 1;
    const auto length = std::max(word.size(), known.size());
    const auto length_difference = length - std::min(word.size(), known.size());
    // Looked at first, so that pages pasted by mistake cost nothing.
    if (length_difference * 3 > length) return std::nullopt;
    const auto wrong = distance(word, known);
    if (wrong * 3 > length) return std::nullopt;
    return wrong;
}

} // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known) {
    const auto letters = letters_of(word);
    if (letters.empty()) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t fewest = 0;
    for (const auto candidate : known) {
        const auto wrong = wrong_letters(letters, letters_of(candidate));
        if (!wrong || (best && *wrong >= fewest)) continue;
        best = candidate;
        fewest = *wrong;
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known,
                         std::string_view otherwise) {
    const auto meant = nearest(word, known);
    return meant ? fmt::format("; did you mean '{}'?", *meant) : std::string(otherwise);
}

} // namespace reklamaatio::text
