// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.hpp"

#include "text/random_text.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using namespace std::string_view_literals;

namespace {

// The length of the character at the front after table 3-7 of the Unicode standard, or 0.
std::size_t well_formed_length(std::string_view text) {
    const auto at = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto is_tail = [&](std::size_t i) { return at(i) >= 0x80 && at(i) <= 0xBF; };
    if (at(0) < 0x80) return 1;
    if (at(0) >= 0xC2 && at(0) <= 0xDF) return is_tail(1) ? 2 : 0;
    const unsigned low = at(0) == 0xE0 ? 0xA0 : at(0) == 0xF0 ? 0x90 : 0x80;
    const unsigned high = at(0) == 0xED ? 0x9F : at(0) == 0xF4 ? 0x8F : 0xBF;
    if (at(1) < low || at(1) > high) return 0;
    if (at(0) >= 0xE0 && at(0) <= 0xEF) return is_tail(2) ? 3 : 0;
    if (at(0) >= 0xF0 && at(0) <= 0xF4) return is_tail(2) && is_tail(3) ? 4 : 0;
    return 0;
}

std::optional<std::size_t> fault_by_table(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto length = well_formed_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("well-formed text has no fault") {
    CHECK_FALSE(text::invalid_utf8_at(""));
    CHECK_FALSE(text::invalid_utf8_at("Łódź ÄÖ 中文 🇫🇮"));
    CHECK_FALSE(text::invalid_utf8_at("\0"sv));
    CHECK_FALSE(text::invalid_utf8_at("\u007F\u0080\uFFFF\U0010FFFF"));
}

TEST_CASE("the first malformed byte is found") {
    CHECK(text::invalid_utf8_at("abc\xE4") == 3);          // Latin-1
    CHECK(text::invalid_utf8_at("\xC0\xAF") == 0);         // overlong
    CHECK(text::invalid_utf8_at("ä\xED\xA0\x80") == 2);    // a surrogate
    CHECK(text::invalid_utf8_at("\xF4\x90\x80\x80") == 0); // beyond Unicode
    CHECK(text::invalid_utf8_at("a\xE2\x82") == 1);        // cut off
    CHECK(text::invalid_utf8_at("\x9B") == 0);             // a tail alone
}

TEST_CASE("each malformed byte becomes a replacement character") {
    CHECK(text::repaired_utf8("Zażółć") == "Zażółć");
    CHECK(text::repaired_utf8("M\xE4kinen") == "M\uFFFDkinen");
    CHECK(text::repaired_utf8("\xE2\x82") == "\uFFFD\uFFFD");
}

TEST_CASE("random bytes are judged as the Unicode table judges them") {
    tests::Random random(2);
    constexpr std::string_view k_telling =
        "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5\xFF";
    for (int i = 0; i < 100'000; ++i) {
        std::string bytes(tests::below(random, 7), ' ');
        for (char& byte : bytes)
            byte = k_telling[tests::below(random, k_telling.size())];
        REQUIRE(text::invalid_utf8_at(bytes) == fault_by_table(bytes));
        const auto repaired = text::repaired_utf8(bytes);
        REQUIRE_FALSE(fault_by_table(repaired));
        REQUIRE((fault_by_table(bytes) || repaired == bytes));
    }
}

TEST_CASE("every character can be written and read again") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string bytes;
        text::append_utf8(bytes, c);
        const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
        const auto back = text::decoded(bytes);
        REQUIRE(back.code_point == (is_surrogate ? 0xFFFD : c));
        REQUIRE(back.size == bytes.size());
        REQUIRE(back.well_formed);
    }
}

TEST_CASE("characters are counted and not bytes") {
    CHECK(text::characters("") == 0);
    CHECK(text::characters("a\u00e4\u20ac\U0001F600") == 4);
    for (std::size_t length = 0; length < 20; ++length)
        CHECK(text::characters(std::string(length, 'x') + "ääääääää€😀" + std::string(length, 'y'))
              == 2 * length + 10);
}

TEST_CASE("a byte that is not UTF-8 is found wherever it stands") {
    for (std::size_t before = 0; before < 20; ++before)
        for (const std::string bad : {"\xE4", "\xC0\xAF", "\xED\xA0\x80", "\x80", "\xC3", "\xE2\x82"}) {
            const auto text = std::string(before, 'x') + "ä€😀";
            CHECK(text::invalid_utf8_at(text + bad) == text.size());
            CHECK(text::invalid_utf8_at(text + bad + "x") == text.size());
            CHECK_FALSE(text::invalid_utf8_at(text).has_value());
        }
}
