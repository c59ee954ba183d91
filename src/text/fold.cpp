// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <optional>

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

void append_spelt(std::string& spelt, std::string_view character, char32_t code_point) {
    for (const auto& [letter, latin] : k_spellings) {
        if (letter != code_point) continue;
        spelt += latin;
        return;
    }
    spelt += character;
}

// A stretch without ASCII characters.
void append_folded_anew(std::string& result, std::string_view stretch) {
    const auto bare = mapped(stretch, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD
                                          | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    for (std::string_view rest = bare; !rest.empty();) {
        const auto character = decoded(rest);
        append_spelt(result, rest.substr(0, character.size), character.code_point);
        rest.remove_prefix(character.size);
    }
}

// Letters of two bytes, most of which stand alone between plain ones, are worked out once.
void append_folded(std::string& result, std::string_view stretch) {
    const auto lead = static_cast<unsigned char>(stretch.front());
    if (stretch.size() != 2 || lead < 0xC2 || lead > 0xDF) return append_folded_anew(result, stretch);
    static std::array<std::optional<std::string>, std::size_t{0x20} * 0x40> known;
    auto& letter = known[(lead & 0x1FU) * 0x40U + (static_cast<unsigned char>(stretch.back()) & 0x3FU)];
    const bool is_whole = (static_cast<unsigned char>(stretch.back()) & 0xC0U) == 0x80U;
    if (!is_whole) return append_folded_anew(result, stretch);
    if (!letter) append_folded_anew(letter.emplace(), stretch);
    result += *letter;
}

} // namespace

// Stretch by stretch, since most of a text is ASCII: nothing composes across the border, for marks are
// stripped.
std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto plain = std::find_if_not(text.begin(), text.end(), is_ascii);
        std::transform(text.begin(), plain, std::back_inserter(result), to_lower);
        const auto next = std::find_if(plain, text.end(), is_ascii);
        if (plain != next) append_folded(result, {plain, next});
        text = {next, text.end()};
    }
    return result;
}

std::string lower(std::string_view text) {
    if (!std::ranges::all_of(text, is_ascii))
        return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    std::string small(text);
    std::ranges::transform(small, small.begin(), to_lower);
    return small;
}

} // namespace reklamaatio::text
