// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/visible.hpp"

#include "text/blank.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::text {

namespace {

bool is_narrow_control(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

bool is_wide_control(char32_t c) {
    const bool is_mark = c == 0x061C || c == 0x200E || c == 0x200F; // of a direction
    const bool is_tag = c >= 0xE0000 && c <= 0xE007F;
    return (c >= 0x80 && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || is_mark
           || is_tag;
}

void append_shown(std::string& shown, char32_t code_point) {
    const auto control = shown_control(code_point);
    if (control.empty()) {
        append_utf8(shown, code_point);
    } else {
        shown += control;
    }
}

// The letter behind the backslash.
char letter_of(char32_t c) {
    return c == U'\n' ? 'n' : c == U'\r' ? 'r' : c == U'\t' ? 't' : '\0';
}

bool cannot_be_seen(char32_t c) {
    return c != U' ' && (is_blank(c) || is_invisible(c));
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::string shown_control(char32_t code_point) {
    const auto number = static_cast<std::uint32_t>(code_point);
    if (is_narrow_control(code_point)) return fmt::format("\\x{:02x}", number);
    if (is_wide_control(code_point)) return fmt::format("\\u{{{:x}}}", number);
    return {};
}

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        if (text.starts_with("\r\n")) text.remove_prefix(1);
        const auto character = decoded(text);
        append_shown(shown, character.code_point);
        text.remove_prefix(character.size);
    }
    return shown;
}

std::string spelt_out(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto [code_point, size, well_formed] = decoded(text);
        if (const char letter = letter_of(code_point); letter != '\0')
            shown.append({'\\', letter});
        else if (shown_control(code_point).empty() && cannot_be_seen(code_point))
            fmt::format_to(std::back_inserter(shown), "\\u{{{:x}}}", static_cast<std::uint32_t>(code_point));
        else
            append_shown(shown, code_point);
        text.remove_prefix(size);
    }
    return shown;
}

std::string visible_line(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    bool gap = false;
    while (!text.empty()) {
        if (is_space(text.front())) {
            gap = true;
            text.remove_prefix(1);
            continue;
        }
        if (gap && !shown.empty()) shown += ' ';
        gap = false;
        const auto character = decoded(text);
        append_shown(shown, character.code_point);
        text.remove_prefix(character.size);
    }
    return shown;
}

} // namespace reklamaatio::text
