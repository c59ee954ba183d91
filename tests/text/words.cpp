// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::text::tests {

using Words = std::vector<std::string>;

TEST_CASE("words are runs of letters and figures without case and accents") {
    CHECK(words_of("Uunin luukku on RIKKI!") == Words{"uunin", "luukku", "on", "rikki"});
    CHECK(words_of("don't, R-124") == Words{"don", "t", "r", "124"});
    CHECK(words_of("Zażółć gęślą jaźń") == Words{"zazolc", "gesla", "jazn"});
    CHECK(words_of("Straße/Þór") == Words{"strasse", "thor"});
    CHECK(words_of("сломан.посылка") == Words{"сломан", "посылка"});
    CHECK(words_of("壊れた 商品") == Words{"壊れた", "商品"});
    CHECK(words_of(" .,-€ ").empty());
    CHECK(words_of("").empty());
}

TEST_CASE("text that is no text parts words") {
    CHECK(words_of("a\xff"
                   "b")
          == Words{"a", "b"});
}

} // namespace reklamaatio::text::tests
