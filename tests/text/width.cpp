// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/width.hpp"

#include "text/random_text.hpp"
#include "text/visible.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;

TEST_CASE("width agrees with what terminals do") {
    // Hand-picked; the numbers are those of Python's wcwidth.wcswidth.
    struct Known {
        std::string_view text;
        int columns;
    };
    constexpr Known k_known[]{
        {"", 0},
        {"Kiuas", 5},
        {"Äyräs", 5},
        {"Zażółć gęślą", 12},
        {"e\u0301", 1},
        {"中文", 4},
        {"한글", 4},
        {"\u1112\u1161\u11ab", 2},
        {"ｱ", 1},
        {"Ａ", 2},
        {"–…€", 3},
        {"⏸ R-98", 6},
        {"👍🏽", 2},
        {"👨‍👩‍👧", 2},
        {"❤\uFE0F", 2},
        {"☎", 1},
        {"🇫🇮", 2},
        {"🇫🇮🇵🇱", 4},
        {"1\uFE0F\u20E3", 2},
        {"\u200b", 0},
    };
    for (const auto& known : k_known) {
        CAPTURE(known.text);
        CHECK(text::width(known.text) == known.columns);
    }
}

TEST_CASE("a selector makes an emoji wide but not a letter") {
    CHECK(text::width("☎") == 1);
    CHECK(text::width("☎\uFE0F") == 2);
    CHECK(text::width("a\uFE0F") == 1);
}

TEST_CASE("control characters are as wide as they are shown") {
    CHECK(text::width("\x1b[m") == 6);
    CHECK(text::width("\u009b") == 6);
    CHECK(text::width("a\tb") == 3);
    CHECK(text::width("\x9b") == 1);
    tests::Random random(4);
    for (int i = 0; i < 5000; ++i) {
        const auto bytes = text::visible_line(tests::random_bytes(random, 30));
        REQUIRE(text::width(bytes) == text::width(text::visible(bytes)));
    }
}

TEST_CASE("text that fits is not shortened") {
    CHECK(text::shortened("Kiuas", 5) == "Kiuas");
    CHECK(text::shortened("", 1) == "");
    CHECK(text::shortened("中", 2) == "中");
}

TEST_CASE("shortened text ends with an ellipsis within its columns") {
    CHECK(text::shortened("Paczka nie dotarła", 13) == "Paczka nie d…");
    CHECK(text::shortened("Kiuas", 1) == "…");
    CHECK(text::shortened("中文字", 5) == "中文…");
    CHECK(text::shortened("中文字", 4) == "中…");
}

TEST_CASE("shortening never parts a character from its marks") {
    CHECK(text::shortened("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(text::shortened("👨‍👩‍👧 perhe", 4) == "👨‍👩‍👧 …");
    CHECK(text::shortened("👨‍👩‍👧 perhe", 2) == "…");
    CHECK(text::shortened("🇫🇮🇵🇱", 3) == "🇫🇮…");
}

TEST_CASE("shortened text is never wider than asked and begins as the text does") {
    tests::Random random(5);
    for (int i = 0; i < 20'000; ++i) {
        const auto shown = text::visible(tests::random_text(random, 12));
        const int columns = 1 + static_cast<int>(tests::below(random, 30));
        const auto result = text::shortened(shown, columns);
        REQUIRE(text::width(result) <= columns);
        if (text::width(shown) <= columns) {
            REQUIRE(result == shown);
        } else {
            constexpr std::string_view k_ellipsis = "…";
            REQUIRE(result.ends_with(k_ellipsis));
            REQUIRE(shown.starts_with(result.substr(0, result.size() - k_ellipsis.size())));
        }
    }
}

TEST_CASE("padding counts columns and leaves longer text alone") {
    CHECK(text::padded_right("ä", 3) == "ä  ");
    CHECK(text::padded_left("中", 3) == " 中");
    CHECK(text::padded_right("Kiuas", 3) == "Kiuas");
    CHECK(text::padded_left("Kiuas", 3) == "Kiuas");
}
