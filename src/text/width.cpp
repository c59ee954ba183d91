// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/width.hpp"

#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <algorithm>

#include <utf8proc.h>

namespace reklamaatio::text {

namespace {

constexpr std::string_view k_ellipsis = "…";

// Asks for the emoji form of the character before it.
constexpr char32_t k_emoji_selector = 0xFE0F;

bool is_printable_ascii(char c) {
    return c >= 0x20 && c < 0x7F;
}

int bound_class(char32_t c) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass;
}

bool is_flag_half(char32_t c) {
    return bound_class(c) == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

bool has_emoji_form(char32_t c) {
    return bound_class(c) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC || (c >= '0' && c <= '9') || c == '#'
           || c == '*';
}

int character_width(char32_t c) {
    if (c == '\n' || c == '\t') return 1;
    const auto control = shown_control(c);
    if (!control.empty()) return static_cast<int>(control.size());
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

bool parts(char32_t before, char32_t after, utf8proc_int32_t& state) {
    return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                            static_cast<utf8proc_int32_t>(after), &state);
}

} // namespace

Cluster first_cluster(std::string_view text) {
    const auto first = decoded(text);
    Cluster cluster{first.size, character_width(first.code_point)};
    char32_t last = first.code_point;
    utf8proc_int32_t state = 0;
    while (cluster.size < text.size()) {
        const auto next = decoded(text.substr(cluster.size));
        if (parts(last, next.code_point, state)) break;
        // The widest of a cluster is its width: vowels of Hangul and skin tones stand inside the character
        // before.
        cluster.width = std::max(cluster.width, character_width(next.code_point));
        const bool is_emoji = next.code_point == k_emoji_selector && has_emoji_form(last);
        if (is_emoji || is_flag_half(next.code_point)) cluster.width = 2;
        cluster.size += next.size;
        last = next.code_point;
    }
    return cluster;
}

int width(std::string_view text) {
    int columns = 0;
    while (!text.empty()) {
        // Nearly all text is this, and nothing that joins a letter is ASCII.
        if (is_printable_ascii(text[0]) && (text.size() == 1 || is_printable_ascii(text[1]))) {
            ++columns;
            text.remove_prefix(1);
            continue;
        }
        const auto cluster = first_cluster(text);
        columns += cluster.width;
        text.remove_prefix(cluster.size);
    }
    return columns;
}

std::string shortened(std::string_view text, int columns) {
    int taken = 0;
    std::size_t kept = 0; // bytes that leave a column for the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        const auto cluster = first_cluster(text.substr(at));
        taken += cluster.width;
        if (taken > columns) return std::string(text.substr(0, kept)).append(k_ellipsis);
        at += cluster.size;
        if (taken < columns) kept = at;
    }
    return std::string(text);
}

std::string padded_right(std::string_view text, int columns) {
    const int missing = std::max(0, columns - width(text));
    return std::string(text).append(static_cast<std::size_t>(missing), ' ');
}

std::string padded_left(std::string_view text, int columns) {
    const int missing = std::max(0, columns - width(text));
    return std::string(static_cast<std::size_t>(missing), ' ').append(text);
}

} // namespace reklamaatio::text
