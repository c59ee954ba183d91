// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plain.hpp"

#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace reklamaatio::text {

namespace {

// Hyphen to horizontal bar, minus, and the small and the wide forms of both. Not the whole category Pd, which has the
// marks of other scripts as well.
bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

} // namespace

std::string plain(std::string_view text) {
    // Most texts are, and a file has millions of them.
    if (std::ranges::all_of(text, is_ascii)) return std::string(trimmed(text));
    std::string plain;
    plain.reserve(text.size());
    for (text = trimmed(text); !text.empty();) {
        const auto [code_point, size, well_formed] = decoded(text);
        if (code_point < 0x80 || !well_formed)
            plain += text.substr(0, size);
        else if (is_dash(code_point))
            plain += '-';
        else if (is_blank(code_point))
            plain += ' ';
        else if (!is_invisible(code_point))
            plain += text.substr(0, size);
        text.remove_prefix(size);
    }
    return plain;
}

std::string without_invisible(std::string_view text) {
    std::string visible;
    visible.reserve(text.size());
    while (!text.empty()) {
        const auto [code_point, size, well_formed] = decoded(text);
        const bool is_joiner = code_point == 0x200C || code_point == 0x200D;
        if (!well_formed || is_joiner || !is_invisible(code_point)) visible += text.substr(0, size);
        text.remove_prefix(size);
    }
    return visible;
}

} // namespace reklamaatio::text
