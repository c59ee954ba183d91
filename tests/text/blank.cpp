// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/blank.hpp"

#include "text/utf8.hpp"

#include <string>

#include <doctest/doctest.h>
#include <utf8proc.h>

namespace reklamaatio::text::tests {
namespace {

std::string encoded(utf8proc_int32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code_point, bytes);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

} // namespace

TEST_CASE("nothing is blank and so are blanks and tabs and line ends") {
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\r\n\v\f"));
    CHECK(is_blank(" \u00a0\u200b\ufeff "));
    CHECK_FALSE(is_blank(" . "));
    CHECK_FALSE(is_blank("\n\nä"));
}

TEST_CASE("every space of Unicode is blank and no letter or figure or sign is") {
    for (utf8proc_int32_t c = 0x20; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const auto category = utf8proc_category(c);
        const bool is_space = category == UTF8PROC_CATEGORY_ZS;
        const bool can_be_seen = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_SO;
        if ((is_space || can_be_seen) && is_blank(encoded(c)) != is_space) {
            CAPTURE(c);
            CHECK(is_blank(encoded(c)) == is_space);
        }
    }
}

TEST_CASE("what turns or joins or hyphenates is not seen, and what it stands beside is") {
    for (const char* invisible :
         {"\u00ad", "\u200b", "\u200d", "\u200e", "\u202a", "\u2060", "\u2069", "\ufeff"}) {
        CAPTURE(invisible);
        CHECK(is_blank(invisible));
        CHECK_FALSE(is_blank(std::string(invisible) + "a"));
    }
    CHECK_FALSE(is_blank("\u0300")); // an accent
    CHECK_FALSE(is_blank("\u0600")); // a sign that Arabic writes below its numbers
}

TEST_CASE("trimmed means without what cannot be seen at the ends") {
    CHECK(trimmed(" \t\r\nab c \n") == "ab c");
    CHECK(trimmed("\u00a0\u200bvika\u00a0a\ufeff\u00ad") == "vika\u00a0a");
    CHECK(trimmed("ä") == "ä");
    CHECK(trimmed("\u3000日本\u3000") == "日本");
    CHECK(trimmed(" \u2009 ").empty());
    CHECK(trimmed("").empty());
    // The selector of a heart's colour and the tags of a flag are a part of it.
    CHECK(trimmed("\u2764\ufe0f ") == "\u2764\ufe0f");
    CHECK(trimmed("\U0001F3F4\U000E0067\U000E007F") == "\U0001F3F4\U000E0067\U000E007F");
    CHECK(trimmed(" \xA0 ") == "\xA0");
}

TEST_CASE("malformed bytes can be seen") {
    CHECK_FALSE(is_blank("\xFF"));
    CHECK_FALSE(is_blank(" \xC2"));
    CHECK_FALSE(is_blank("\xE2\x80"));
    CHECK_FALSE(is_blank(std::string_view("\0", 1)));
}

} // namespace reklamaatio::text::tests
