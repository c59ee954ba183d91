// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/blank.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <utf8proc.h>

namespace reklamaatio::text {

namespace {

// Tags behind them draw a flag, and are a part of it.
constexpr char32_t k_first_tag = 0xE0000;

bool has_nothing_to_see(const Decoded& character) {
    return character.well_formed && (is_blank(character.code_point) || is_invisible(character.code_point));
}

// Where the last character begins of a text that is not empty.
std::size_t last_character(std::string_view text) {
    if (is_ascii(text.back())) return text.size() - 1;
    constexpr std::size_t k_longest_character = 4;
    for (std::size_t size = 2; size <= k_longest_character && size <= text.size(); ++size) {
        const auto character = decoded(text.substr(text.size() - size));
        if (character.well_formed && character.size == size) return text.size() - size;
    }
    return text.size() - 1;
}

} // namespace

bool is_blank(char32_t code_point) {
    if (code_point < 0x80) return code_point == U' ' || (code_point >= U'\t' && code_point <= U'\r');
    return utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_ZS;
}

bool is_invisible(char32_t code_point) {
    if (code_point < 0x80 || code_point >= k_first_tag) return false;
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
    return property->category == UTF8PROC_CATEGORY_CF && property->ignorable;
}

bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto first = decoded(text);
        if (!has_nothing_to_see(first)) break;
        text.remove_prefix(first.size);
    }
    while (!text.empty()) {
        const auto last = last_character(text);
        if (!has_nothing_to_see(decoded(text.substr(last)))) break;
        text = text.substr(0, last);
    }
    return text;
}

} // namespace reklamaatio::text
