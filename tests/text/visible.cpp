// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/visible.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using namespace std::string_view_literals;

namespace {

bool is_harmless(std::string_view text) {
    if (text::invalid_utf8_at(text)) return false;
    while (!text.empty()) {
        const auto [c, size, well_formed] = text::decoded(text);
        if (c < 0x20 && c != '\n' && c != '\t') return false;
        if (c >= 0x7F && c <= 0x9F) return false;
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;
        if (c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0xE0000 && c <= 0xE007F)) return false;
        text.remove_prefix(size);
    }
    return true;
}

} // namespace

TEST_CASE("ordinary text is shown as it is") {
    CHECK(text::visible("") == "");
    CHECK(text::visible("Kiuas halkesi,\n\tkun sitä lämmitettiin. 🇫🇮 C:\\temp")
          == "Kiuas halkesi,\n\tkun sitä lämmitettiin. 🇫🇮 C:\\temp");
}

TEST_CASE("escape sequences do not reach the terminal") {
    CHECK(text::visible("\x1b[2J\x1b]0;title\x07") == "\\x1b[2J\\x1b]0;title\\x07");
    CHECK(text::visible("a\bb\x7f") == "a\\x08b\\x7f");
    CHECK(text::visible("\0"sv) == "\\x00");
}

TEST_CASE("the one-character forms of escape sequences do not reach the terminal either") {
    CHECK(text::visible("\u009b2J") == "\\u{9b}2J");
    CHECK(text::visible("\x9b"
                        "2J")
          == "\uFFFD2J");
    CHECK(text::visible("\u0080\u0085\u009f") == "\\u{80}\\u{85}\\u{9f}");
    CHECK(text::visible("\u00a0") == "\u00a0");
}

TEST_CASE("text cannot turn its direction under the reader") {
    CHECK(text::visible("abc\u202Egpj.exe") == "abc\\u{202e}gpj.exe");
    CHECK(text::visible("\u202A\u2066\u2069") == "\\u{202a}\\u{2066}\\u{2069}");
    CHECK(text::visible("1\u200E2\u200F3\u061C4") == "1\\u{200e}2\\u{200f}3\\u{61c}4");
}

TEST_CASE("text cannot carry words that only machines see") {
    CHECK(text::visible("yes\U000E0001\U000E006E\U000E007F") == "yes\\u{e0001}\\u{e006e}\\u{e007f}");
}

TEST_CASE("a carriage return is dropped before a newline and shown elsewhere") {
    CHECK(text::visible("a\r\nb") == "a\nb");
    CHECK(text::visible("harmless\rmalicious") == "harmless\\x0dmalicious");
    CHECK(text::visible("a\r\r\n") == "a\\x0d\n");
    CHECK(text::visible("a\r") == "a\\x0d");
}

TEST_CASE("malformed bytes become replacement characters") {
    CHECK(text::visible("M\xE4kinen") == "M\uFFFDkinen");
}

TEST_CASE("on one line every gap is one blank") {
    CHECK(text::visible_line("  Kiuas\r\n\r\n halkesi\t nyt \n") == "Kiuas halkesi nyt");
    CHECK(text::visible_line(" \n\t") == "");
    CHECK(text::visible_line("old\rMac") == "old Mac");
    CHECK(text::visible_line("a\x1b\vb") == "a\\x1b\\x0bb");
    CHECK(text::visible_line("10\u00a0kpl") == "10\u00a0kpl");
}

TEST_CASE("a message spells what cannot be seen") {
    CHECK(text::spelt_out("1\u00a0234\u202f5") == "1\\u{a0}234\\u{202f}5");
    CHECK(text::spelt_out("a\u200bb\u00adc\ufeffd\u202ee") == "a\\u{200b}b\\u{ad}c\\u{feff}d\\u{202e}e");
    CHECK(text::spelt_out("\u3000\u2003\u200e") == "\\u{3000}\\u{2003}\\u{200e}");
    CHECK(text::spelt_out("one\ntwo\tthree\r\n") == "one\\ntwo\\tthree\\r\\n");
    CHECK(text::spelt_out("\x1b[2J\v\u0085") == "\\x1b[2J\\x0b\\u{85}");
    CHECK(text::spelt_out("' damage  x '") == "' damage  x '");
    CHECK(text::spelt_out("ä–ö ”") == "ä–ö ”");
    CHECK(text::spelt_out("\xff") == "\ufffd");
}

TEST_CASE("any bytes at all are shown without a control character") {
    tests::Random random(3);
    for (int i = 0; i < 20'000; ++i) {
        const auto bytes = i % 2 == 0 ? tests::random_bytes(random, 60) : tests::random_text(random, 20);
        const auto shown = text::visible(bytes);
        REQUIRE(is_harmless(shown));
        REQUIRE(text::visible(shown) == shown);
        const auto spelt = text::spelt_out(bytes);
        REQUIRE(is_harmless(spelt));
        REQUIRE(spelt.find_first_of("\n\t") == std::string::npos);
        REQUIRE(text::spelt_out(spelt) == spelt);
        const auto line = text::visible_line(bytes);
        REQUIRE(is_harmless(line));
        REQUIRE(line.find_first_of("\n\t") == std::string::npos);
        REQUIRE(line.find("  ") == std::string::npos);
        REQUIRE((line.empty() || (line.front() != ' ' && line.back() != ' ')));
    }
}
