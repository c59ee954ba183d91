// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wrap.hpp"

#include "text/random_text.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;

using Lines = std::vector<std::string>;

TEST_CASE("prose is broken at blanks") {
    CHECK(text::wrapped("Kiuas halkesi kun sitä lämmitettiin", 14)
          == Lines{"Kiuas halkesi", "kun sitä", "lämmitettiin"});
    CHECK(text::wrapped("Kiuas", 5) == Lines{"Kiuas"});
    CHECK(text::wrapped("aa bb", 5) == Lines{"aa bb"});
    CHECK(text::wrapped("aa bb", 4) == Lines{"aa", "bb"});
}

TEST_CASE("line ends of the text stay") {
    CHECK(text::wrapped("", 10) == Lines{""});
    CHECK(text::wrapped("a\n\nb", 10) == Lines{"a", "", "b"});
    CHECK(text::wrapped("a\n", 10) == Lines{"a", ""});
}

TEST_CASE("blanks inside and in front stay and those at the end go") {
    CHECK(text::wrapped("  - a  b  ", 10) == Lines{"  - a  b"});
    CHECK(text::wrapped("a\tb", 10) == Lines{"a b"});
    CHECK(text::wrapped("   ", 10) == Lines{""});
    CHECK(text::wrapped(std::string(1000, ' ') + "a", 10) == Lines{"a"});
}

TEST_CASE("a word longer than a line is broken where it must") {
    CHECK(text::wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(text::wrapped("x abcdefgh y", 4) == Lines{"x", "abcd", "efgh", "y"});
    CHECK(text::wrapped("中文字", 3) == Lines{"中", "文", "字"});
    CHECK(text::wrapped("中文", 1) == Lines{"中", "文"});
}

TEST_CASE("wrapped lines fit and lose nothing but blanks") {
    const auto without_blanks = [](std::string_view text) {
        std::string bare;
        for (const char c : text)
            if (c != ' ' && c != '\n' && c != '\t') bare += c;
        return bare;
    };
    tests::Random random(6);
    for (int i = 0; i < 10'000; ++i) {
        const auto prose = text::visible(tests::random_text(random, 30));
        const int columns = 2 + static_cast<int>(tests::below(random, 30));
        std::string joined;
        for (const auto& line : text::wrapped(prose, columns)) {
            REQUIRE(text::width(line) <= columns);
            REQUIRE_FALSE(line.ends_with(' '));
            joined += line + '\n';
        }
        REQUIRE(without_blanks(joined) == without_blanks(prose));
    }
}
