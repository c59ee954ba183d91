// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/encoded_word.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <iconv.h>

#include <sodium.h>

namespace reklamaatio::complaint {

namespace {

// RFC 2047 allows 75 characters, and not everybody keeps to it.
constexpr std::size_t k_longest_word = 1000;

std::optional<char> byte_of(std::string_view figures) {
    unsigned char byte = 0;
    const auto [end, fault] = std::from_chars(figures.data(), figures.data() + figures.size(), byte, 16);
    if (figures.size() != 2 || fault != std::errc{} || end != figures.data() + 2) return std::nullopt;
    return static_cast<char>(byte);
}

std::optional<std::string> from_q(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            bytes += text[at] == '_' ? ' ' : text[at];
            continue;
        }
        const auto byte = byte_of(text.substr(at + 1, 2));
        if (!byte) return std::nullopt;
        bytes += *byte;
        at += 2;
    }
    return bytes;
}

std::optional<std::string> from_b(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int fault =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (fault != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

// No character set needs more room than this for what a word of it says.
std::optional<std::string> in_utf8(std::string bytes, const std::string& charset) {
    const iconv_t converter = iconv_open("UTF-8", charset.c_str());
    if (reinterpret_cast<std::intptr_t>(converter) == -1) return std::nullopt;
    std::array<char, k_longest_word * 4> out{};
    char* from = bytes.data();
    char* to = out.data();
    std::size_t left = bytes.size();
    std::size_t room = out.size();
    const auto fault = iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    const std::string text(out.data(), out.size() - room);
    const bool is_text = text.find('\0') == std::string::npos && !text::invalid_utf8_at(text);
    return fault == static_cast<std::size_t>(-1) || left > 0 || !is_text ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<std::string> decoded_word(std::string_view word) {
    if (word.size() > k_longest_word || !word.starts_with("=?") || !word.ends_with("?=")) return std::nullopt;
    word = word.substr(2);
    const auto mark = word.find('?');
    const auto text_at = mark + 3;
    if (mark == std::string_view::npos || text_at + 2 > word.size() || word[mark + 2] != '?')
        return std::nullopt;
    // A language may follow the character set (RFC 2231, section 5).
    const auto declared = word.substr(0, mark);
    const std::string charset(declared.substr(0, declared.find('*')));
    const char way = text::to_lower(word[mark + 1]);
    const auto text = word.substr(text_at, word.size() - 2 - text_at);
    if (text.find('?') != std::string_view::npos || (way != 'q' && way != 'b')) return std::nullopt;
    auto bytes = way == 'q' ? from_q(text) : from_b(text);
    return bytes ? in_utf8(std::move(*bytes), charset) : std::nullopt;
}

} // namespace reklamaatio::complaint
