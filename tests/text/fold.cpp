// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;

TEST_CASE("folding takes away case and accents") {
    CHECK(text::folded("") == "");
    CHECK(text::folded("Kiuas R-107") == "kiuas r-107");
    CHECK(text::folded("ÄÖÅ äöå") == "aoa aoa");
    CHECK(text::folded("Zażółć gęślą jaźń") == "zazolc gesla jazn");
    CHECK(text::folded("ŁÓDŹ") == "lodz");
    CHECK(text::folded("Ærø, Đà Nẵng, Straße, Œuvre") == "aero, da nang, strasse, oeuvre");
    CHECK(text::folded("IĞDIR iğdır İ") == "igdir igdir i");
}

TEST_CASE("folding sees the composed and the decomposed form as the same") {
    CHECK(text::folded("ä") == text::folded("a\u0308"));
    CHECK(text::folded("ｋｉｕａｓ ﬁ") == "kiuas fi");
    CHECK(text::folded("soft\u00ADhyphen") == "softhyphen");
}

TEST_CASE("folding leaves other scripts readable") {
    CHECK(text::folded("中文") == "中文");
    CHECK(text::folded("МОСКВА") == "москва");
    CHECK(text::folded("ΣΊΣΥΦΟΣ") == text::folded("σίσυφος"));
}

TEST_CASE("lower case keeps accents") {
    CHECK(text::lower("Maija.MEIKÄLÄINEN@Example.FI") == "maija.meikäläinen@example.fi");
    CHECK(text::lower("Łucja") == "łucja");
}

TEST_CASE("folding any bytes gives well-formed text and folding it again changes nothing") {
    tests::Random random(1);
    for (int i = 0; i < 3000; ++i) {
        const auto folded = text::folded(tests::random_bytes(random, 40));
        CHECK_FALSE(text::invalid_utf8_at(folded));
        CHECK(text::folded(folded) == folded);
    }
}
