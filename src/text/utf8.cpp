// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include <utf8proc.h>

namespace reklamaatio::text {

namespace {

constexpr char32_t k_replacement = 0xFFFD;

// utf8proc counts in signed numbers and looks at four bytes at most.
constexpr std::size_t k_longest_character = 4;

// How many bytes at the beginning are ASCII: eight at a time, since most text is.
std::size_t ascii_length(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

// Letters of Europe, mostly.
bool begins_with_two_bytes(std::string_view text) {
    if (text.size() < 2) return false;
    const auto first = static_cast<unsigned char>(text[0]);
    const auto second = static_cast<unsigned char>(text[1]);
    return first >= 0xC2 && first <= 0xDF && (second & 0xC0) == 0x80;
}

} // namespace

Decoded decoded(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return {first, 1, true};
    const auto head = text.substr(0, k_longest_character);
    utf8proc_int32_t code_point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(head.data()),
                                       static_cast<utf8proc_ssize_t>(head.size()), &code_point);
    if (size <= 0) return {k_replacement, 1, false};
    return {static_cast<char32_t>(code_point), static_cast<std::size_t>(size), true};
}

void append_utf8(std::string& text, char32_t code_point) {
    const bool is_scalar = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    std::array<utf8proc_uint8_t, k_longest_character> bytes{};
    const auto size = utf8proc_encode_char(
        static_cast<utf8proc_int32_t>(is_scalar ? code_point : k_replacement), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
    for (std::size_t at = 0; (at += ascii_length(text.substr(at))) < text.size();) {
        const auto rest = text.substr(at);
        if (begins_with_two_bytes(rest)) {
            at += 2;
            continue;
        }
        const auto character = decoded(rest);
        if (!character.well_formed) return at;
        at += character.size;
    }
    return std::nullopt;
}

std::size_t characters(std::string_view text) {
    // Bytes that continue a character begin with the bits 1 and 0.
    std::size_t count = text.size();
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        count -= static_cast<std::size_t>(std::popcount((eight >> 7) & ~(eight >> 6) & 0x0101010101010101U));
    }
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --count;
    return count;
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    while (!text.empty()) {
        const auto character = decoded(text);
        if (character.well_formed) {
            repaired.append(text.substr(0, character.size));
        } else {
            append_utf8(repaired, k_replacement);
        }
        text.remove_prefix(character.size);
    }
    return repaired;
}

} // namespace reklamaatio::text
