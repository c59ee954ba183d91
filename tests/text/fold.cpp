// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include <utf8proc.h>

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

TEST_CASE("folding a text is folding its letters one after the other with their marks") {
    const std::vector<std::string> pieces{"a",      "Z",      " ",      "-",      "7",      "\u0308",
                                          "\u0301", "\u030A", "\u00E4", "\u0141", "ﬁ",      "\u00AD",
                                          "\u1100", "\u1161", "\u0915", "\u093C", "\u09C7", "\u09BE",
                                          "中",     "\u2126", "\u0345", "\u3099", "か",     "½"};
    tests::Random random(2);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (int n = 0; n < 12; ++n)
            text += pieces[tests::below(random, pieces.size())];
        utf8proc_uint8_t* bytes = nullptr;
        constexpr auto k_how = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD
                               | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
        const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                       static_cast<utf8proc_option_t>(k_how));
        REQUIRE(size >= 0);
        std::string whole(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
        std::free(bytes);
        for (auto at = whole.find("ł"); at != std::string::npos; at = whole.find("ł"))
            whole.replace(at, std::string("ł").size(), "l");
        CHECK(text::folded(text) == whole);
    }
}

TEST_CASE("folding any bytes gives well-formed text and folding it again changes nothing") {
    tests::Random random(1);
    for (int i = 0; i < 3000; ++i) {
        const auto folded = text::folded(tests::random_bytes(random, 40));
        CHECK_FALSE(text::invalid_utf8_at(folded));
        CHECK(text::folded(folded) == folded);
    }
}
