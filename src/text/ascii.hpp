// SPDX-License-Identifier: GPL-3.0-or-later
// Letters and digits as machines write them: ASCII only, whatever the locale says.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace reklamaatio::text {

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// "" is none.
constexpr bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

// The digits in a text, in their order.
inline std::string digits_of(std::string_view text) {
    std::string figures;
    std::ranges::copy_if(text, std::back_inserter(figures), is_digit);
    return figures;
}

} // namespace reklamaatio::text
