// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.hpp"

#include "text/utf8.hpp"

#include <array>
#include <cstdlib>
#include <memory>
#include <new>

#include <utf8proc.h>

namespace reklamaatio::text {

namespace {

struct Spelling {
    char32_t letter;
    std::string_view latin;
};

// Lower-case letters that have no decomposition, as people without them type them.
constexpr std::array<Spelling, 13> k_spellings{{
    {U'ł', "l"},
    {U'ø', "o"},
    {U'đ', "d"},
    {U'ħ', "h"},
    {U'ı', "i"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'ß', "ss"},
    {U'ð', "d"},
    {U'þ', "th"},
    {U'ŧ', "t"},
    {U'ŋ', "n"},
    {U'ĸ', "k"},
}};

std::string mapped(std::string_view text, int options) {
    const auto well_formed = repaired_utf8(text);
    utf8proc_uint8_t* bytes = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(well_formed.data()),
                                   static_cast<utf8proc_ssize_t>(well_formed.size()), &bytes,
                                   static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    // Repaired text leaves only one thing that can fail.
    if (size < 0) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

std::string ascii_lower(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

void append_spelt(std::string& spelt, std::string_view character, char32_t code_point) {
    for (const auto& [letter, latin] : k_spellings) {
        if (letter != code_point) continue;
        spelt += latin;
        return;
    }
    spelt += character;
}

} // namespace

std::string folded(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    const auto bare = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD
                                       | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::string spelt;
    spelt.reserve(bare.size());
    for (std::string_view rest = bare; !rest.empty();) {
        const auto character = decoded(rest);
        append_spelt(spelt, rest.substr(0, character.size), character.code_point);
        rest.remove_prefix(character.size);
    }
    return spelt;
}

std::string lower(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

} // namespace reklamaatio::text
