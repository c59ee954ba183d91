// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/words.hpp"

#include "time/scan.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace reklamaatio::time {
namespace {

template <std::size_t n>
std::optional<unsigned> index_of_name(std::string_view name, const std::array<std::string_view, n>& names) {
    const std::string wanted = lower(name);
    for (unsigned i = 0; i < n; ++i) {
        const std::string known = lower(names[i]);
        if (wanted == known || wanted == short_name(known)) return i;
    }
    return std::nullopt;
}

// Levenshtein's distance, in which two neighbours that changed places count as one mistake.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

} // namespace

std::string_view name_of(std::chrono::weekday day) {
    return k_weekdays.at(day.iso_encoding() - 1);
}

std::string_view name_of(std::chrono::month month) {
    return k_months.at(static_cast<unsigned>(month) - 1);
}

std::optional<std::chrono::weekday> weekday_named(std::string_view name) {
    const auto index = index_of_name(name, k_weekdays);
    return index ? std::optional(std::chrono::weekday{*index + 1}) : std::nullopt;
}

std::optional<std::chrono::month> month_named(std::string_view name) {
    const auto index = index_of_name(name, k_months);
    return index ? std::optional(std::chrono::month{*index + 1}) : std::nullopt;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), to_lower);
    return result;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view k_blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(k_blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(k_blanks) - first + 1);
}

std::optional<std::string_view> nearest_word(std::string_view typed,
                                             std::span<const std::string_view> words) {
    // Nobody means a word by something much longer, and the distance costs the product of both lengths.
    constexpr std::size_t k_longest = 40;
    if (typed.size() > k_longest) return std::nullopt;
    std::optional<std::string_view> nearest;
    std::size_t smallest = k_longest;
    for (const std::string_view word : words) {
        if (typed.size() >= 3 && word.starts_with(typed)) return word;
        const std::size_t distance = edit_distance(typed, word);
        if (distance * 3 > word.size() || distance >= smallest) continue;
        smallest = distance;
        nearest = word;
    }
    return nearest;
}

} // namespace reklamaatio::time
