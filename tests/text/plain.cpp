// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plain.hpp"

#include "text/random_text.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;

TEST_CASE("blanks that do not break or are narrow are blanks") {
    CHECK(text::plain("1\u00a0234,50") == "1 234,50");
    CHECK(text::plain("1\u202f234") == "1 234");
    CHECK(text::plain("1\u2009234\u2007567") == "1 234 567");
    CHECK(text::plain("040\u3000123") == "040 123");
}

TEST_CASE("every dash is a hyphen") {
    for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe58",
                             "\ufe63", "\uff0d", "-"}) {
        CAPTURE(dash);
        CHECK(text::plain(std::string("R") + dash + "124") == "R-124");
    }
    CHECK(text::plain("a_b~c") == "a_b~c");
}

TEST_CASE("what cannot be seen is left out") {
    CHECK(text::plain("jane\u200b@exa\u00admple.com\ufeff") == "jane@example.com");
    CHECK(text::plain("\u202a+358 40 1234567\u202c") == "+358 40 1234567");
    CHECK(text::plain("a\u2060\u200e\u200fb") == "ab");
}

TEST_CASE("the ends are trimmed and what is inside stays") {
    CHECK(text::plain(" \t\u00a0 äiti\nja \u202f") == "äiti\nja");
    CHECK(text::plain("\u00a0\u200b") == "");
    CHECK(text::plain("") == "");
    CHECK(text::plain("a\xff"
                      "b")
          == "a\xff"
             "b");
}

TEST_CASE("plain text stays as it is") {
    tests::Random random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto plain = text::plain(tests::random_text(random, 20));
        REQUIRE(text::plain(plain) == plain);
    }
}

TEST_CASE("what cannot be seen is left out of words but for joiners") {
    CHECK(text::without_invisible("Bob\u200b L\u00adee\ufeff") == "Bob Lee");
    CHECK(text::without_invisible(" \u200d\u200c \u2013 ") == " \u200d\u200c \u2013 ");
    CHECK(text::without_invisible("\xff\u200b") == "\xff");
}
