// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/word_map.hpp"

#include <doctest/doctest.h>

using reklamaatio::exchange::WordMap;

namespace {

std::string found(const WordMap& words, std::string_view theirs) {
    const auto* ours = words.find(theirs);
    return ours == nullptr ? "nothing" : "'" + *ours + "'";
}

WordMap of(const std::map<std::string, std::string>& words) {
    return WordMap(words);
}

} // namespace

TEST_CASE("a word goes before its other cases those before patterns and long patterns before short ones") {
    const WordMap words({{"Closed", "closed"},
                         {"CLOSED", "void"},
                         {"Closed*", "resolved"},
                         {"Closed by*", "waiting"},
                         {"*", "open"},
                         {"Gone", ""},
                         {"", "new"}});
    CHECK(found(words, "Closed") == "'closed'");
    CHECK(found(words, "CLOSED") == "'void'");
    CHECK(found(words, "Closed (duplicate)") == "'resolved'");
    CHECK(found(words, "closed BY customer") == "'waiting'");
    CHECK(found(words, "gone") == "''");
    CHECK(found(words, "whatever") == "'open'");
    CHECK(found(words, "") == "'new'");
}

TEST_CASE("what is not listed is nothing and a pattern never takes an empty cell") {
    CHECK(found(of({{"Done", "closed"}}), "Dome") == "nothing");
    CHECK(found(of({{"*", "open"}}), "") == "nothing");
    CHECK(found(WordMap(), "x") == "nothing");
    CHECK(WordMap().empty());
}

TEST_CASE("a star stands anywhere and for no letters as well") {
    const WordMap words({{"a*c*", "1"}, {"*x", "2"}});
    for (const auto* text : {"ac", "abc", "acx", "aXXcYY", "a*c"})
        CHECK(found(words, text) == "'1'");
    CHECK(found(words, "bx") == "'2'");
    CHECK(found(words, "x") == "'2'");
    CHECK(found(words, "ab") == "nothing");
}
