// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/blank.hpp"

#include "text/utf8.hpp"

namespace reklamaatio::text {

namespace {

constexpr bool is_blank(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00a0' || c == U'\u1680'
           || (c >= U'\u2000' && c <= U'\u200d') || c == U'\u202f' || c == U'\u205f' || c == U'\u2060'
           || c == U'\u3000' || c == U'\ufeff';
}

} // namespace

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const auto character = decoded(text);
        if (!is_blank(character.code_point)) return false;
        text.remove_prefix(character.size);
    }
    return true;
}

} // namespace reklamaatio::text
