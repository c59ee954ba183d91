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

TEST_CASE("malformed bytes can be seen") {
    CHECK_FALSE(is_blank("\xFF"));
    CHECK_FALSE(is_blank(" \xC2"));
    CHECK_FALSE(is_blank("\xE2\x80"));
    CHECK_FALSE(is_blank(std::string_view("\0", 1)));
}

} // namespace reklamaatio::text::tests
