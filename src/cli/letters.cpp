// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/letters.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::array k_letters{
    LetterRow{'a', "--answered"}, LetterRow{'A', "--amount"},   LetterRow{'b', "--channel"}, // by phone
    LetterRow{'c', "--customer"}, LetterRow{'d', "--outcome"}, // what was decided
    LetterRow{'e', "--edit"},     LetterRow{'g', "--category"}, LetterRow{'h', "--help"},
    LetterRow{'i', "--in"},       LetterRow{'k', "--kind"},     LetterRow{'m', "--message"},
    LetterRow{'n', "--dry-run"},  LetterRow{'o', "--output"},   LetterRow{'p', "--priority"},
    LetterRow{'P', "--product"},  LetterRow{'q', "--quiet"},    LetterRow{'r', "--remedy"},
    LetterRow{'R', "--received"}, LetterRow{'s', "--settled"},  LetterRow{'S', "--status"},
    LetterRow{'t', "--text"},     LetterRow{'T', "--tag"},      LetterRow{'v', "--verbose"},
    LetterRow{'V', "--version"},  LetterRow{'w', "--assignee"}, // who has it
    LetterRow{'w', "--assign"},   LetterRow{'y', "--cause"},    // why it was so
};

} // namespace

std::span<const LetterRow> letters() {
    return k_letters;
}

std::string with_letter(std::string name) {
    const auto row = std::ranges::find(k_letters, name, &LetterRow::option);
    return row == k_letters.end() ? name : fmt::format("-{},{}", row->letter, name);
}

} // namespace reklamaatio::cli
