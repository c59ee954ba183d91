// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/foreign_units.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::time {

namespace {

// Of so many letters at least; the greater numbers stand first.
struct Foreign {
    char letter;
    std::size_t least;
    std::string_view ours;
};

// As .NET, Java, Unicode, moment.js, PHP and Excel have them.
constexpr std::array k_foreign{
    Foreign{'y', 3, "YYYY"},    Foreign{'y', 1, "YY"},      Foreign{'u', 4, "YYYY"},
    Foreign{'M', 4, "Month"},   Foreign{'M', 3, "Mon"},     Foreign{'L', 4, "Month"},
    Foreign{'L', 3, "Mon"},     Foreign{'L', 1, "MM"},      Foreign{'d', 3, "Weekday"},
    Foreign{'d', 1, "DD"},      Foreign{'E', 1, "Weekday"}, Foreign{'e', 1, "Weekday"},
    Foreign{'c', 1, "Weekday"}, Foreign{'k', 1, "hh"},      Foreign{'K', 1, "hh"},
    Foreign{'m', 1, "mm"},      Foreign{'i', 1, "mm"},      Foreign{'n', 1, "mm"},
    Foreign{'s', 1, "ss"},      Foreign{'f', 1, "SSS"},     Foreign{'F', 1, "SSS"},
    Foreign{'S', 1, "SSS"},     Foreign{'a', 1, "AM/PM"},   Foreign{'A', 1, "AM/PM"},
    Foreign{'t', 1, "AM/PM"},   Foreign{'z', 1, "%z"},      Foreign{'Z', 2, "%z"},
    Foreign{'X', 1, "%z"},      Foreign{'x', 1, "%z"},      Foreign{'O', 1, "%z"},
    Foreign{'V', 1, "%z"},
};

// English, Finnish, Polish, German and Swedish.
constexpr std::array<std::string_view, 9> k_words{"klo",  "kello", "at", "on", "o",
                                                  "godz", "dnia",  "um", "kl"};

} // namespace

std::string_view ours_for_letters(std::string_view letters) {
    if (letters.empty() || letters.find_first_not_of(letters.front()) != std::string_view::npos) return {};
    const auto found = std::ranges::find_if(k_foreign, [&](const Foreign& foreign) {
        return foreign.letter == letters.front() && letters.size() >= foreign.least;
    });
    return found == k_foreign.end() ? std::string_view() : found->ours;
}

bool is_word_of_dates(std::string_view word) {
    return std::ranges::find(k_words, word) != k_words.end();
}

} // namespace reklamaatio::time
