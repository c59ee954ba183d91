// SPDX-License-Identifier: GPL-3.0-or-later
// Nasty text, the same in every run.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace reklamaatio::tests {

using Random = std::mt19937;

// 0 to count - 1.
inline std::size_t below(Random& random, std::size_t count) {
    return random() % count;
}

inline std::string random_bytes(Random& random, std::size_t longest) {
    std::string bytes(below(random, longest + 1), '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random() & 0xFF);
    return bytes;
}

// Words, marks, wide characters, and what breaks formats and terminals; always well-formed UTF-8.
inline std::string random_text(Random& random, std::size_t most_pieces) {
    constexpr std::array<std::string_view, 33> k_pieces{
        "kiuas", "Łucja Żuraw", "ä",      " ",       "  ",      ",",
        "\"",    "\"\"",        "\r",     "\n",      "\r\n",    "\t",
        "\\",    "\\n",         "'",      "=1+1",    "\x1b[2J", "\x07",
        "\x7f",  "\u009b",      "\u202e", "e\u0301", "中文",    "👨‍👩‍👧",
        "🇫🇮",    "❤\uFE0F",     "\u2028", ";",       "\uFEFF",  "a\u0302\u0323",
        "-5",    "+358",        "@SUM"};
    std::string text;
    for (std::size_t i = below(random, most_pieces + 1); i > 0; --i)
        text += k_pieces[below(random, k_pieces.size())];
    return text;
}

} // namespace reklamaatio::tests
