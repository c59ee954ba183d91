// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/visible.hpp"

#include "text/utf8.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace reklamaatio::text {

namespace {

bool is_narrow_control(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

bool is_wide_control(char32_t c) {
    return (c >= 0x80 && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_shown(std::string& shown, char32_t code_point) {
    const auto control = shown_control(code_point);
    if (control.empty()) {
        append_utf8(shown, code_point);
    } else {
        shown += control;
    }
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::string shown_control(char32_t code_point) {
    const auto number = static_cast<std::uint32_t>(code_point);
    if (is_narrow_control(code_point)) return fmt::format("\\x{:02x}", number);
    if (is_wide_control(code_point)) return fmt::format("\\u{{{:04x}}}", number);
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
