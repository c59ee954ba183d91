// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/search_words.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::text::tests {
namespace {

// As an index would: the words of the phrase side by side, and the last one whole unless it is a stem.
bool finds(std::string_view word, std::string_view text) {
    const auto phrase = search_phrase(word);
    if (phrase.words.empty()) return false;
    const std::string kept = ' ' + search_words(text) + ' ';
    return kept.find(' ' + phrase.words + (phrase.is_stem ? "" : " ")) != std::string::npos;
}

} // namespace

TEST_CASE("words are kept folded and with a blank between them") {
    CHECK(search_words("Uunin luukku on RIKKI!") == "uunin luukku on rikki");
    CHECK(search_words(" don't, (R-124) ") == "don t r 124");
    CHECK(search_words("Łódź: Straße") == "lodz strasse");
    CHECK(search_words("сломан. 고장난 상품") == "сломан 고장난 상품");
    CHECK(search_words("... 😡 €") == "");
    CHECK(search_words("") == "");
}

TEST_CASE("a run without blanks is kept as its pairs and its last character") {
    CHECK(search_words("壊れた") == "壊れ れた た");
    CHECK(search_words("壊") == "壊");
    CHECK(search_words("商品、返品") == "商品 品 返品 品");
    CHECK(search_words("iPhone壊れた2台") == "iphone 壊れ れた た 2 台");
    CHECK(search_words("カメラ・レンズ") == "カメ メラ ラ レン ンス ス"); // the voicing mark is folded away
    CHECK(search_words("สินค้า") == "สน นค คา า");                          // and so are marks above and below
}

TEST_CASE("a typed word asks for its words side by side") {
    const auto phrase = search_phrase("stove-2");
    CHECK(phrase.words == "stove 2");
    CHECK_FALSE(phrase.is_stem);
    CHECK(search_phrase("Rikki*").words == "rikki");
    CHECK(search_phrase("Rikki*").is_stem);
    CHECK(search_phrase("...").words == "");
    CHECK(search_phrase("*").words == "");
}

TEST_CASE("every part of a run is found, and nothing that is not there") {
    const std::string_view text = "昨日届いた商品が壊れていたので返品したい";
    for (const std::string_view word :
         {"商", "商品", "商品が壊れて", "昨", "昨日", "い", "したい", "い*", "返品*"}) {
        CAPTURE(word);
        CHECK(finds(word, text));
    }
    for (const std::string_view word : {"品商", "商壊", "破", "商品は", "昨日の", "したいの", "日昨"}) {
        CAPTURE(word);
        CHECK_FALSE(finds(word, text));
    }
    CHECK(finds("สินค้า", "ได้รับสินค้าเสียหาย"));
    CHECK(finds("ส", "ได้รับสินค้าเสียหาย"));
    CHECK_FALSE(finds("คืนเงิน", "ได้รับสินค้าเสียหาย"));
}

TEST_CASE("a run may stand beside other letters") {
    CHECK(finds("iphone壊れ", "私のiPhone壊れた"));
    CHECK(finds("のiphone", "私のiPhone壊れた"));
    CHECK(finds("壊れたiphone", "壊れたiPhone"));
    CHECK(finds("れたiphone", "壊れたiPhone"));
    CHECK(finds("2台", "壊れた2台です"));
    CHECK_FALSE(finds("iphone壊れ", "iPhoneが壊れた"));
    CHECK_FALSE(finds("phone", "iPhone壊れた"));
}

} // namespace reklamaatio::text::tests
