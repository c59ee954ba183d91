// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/word_map.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

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
    for (const auto* text : {"ac", "abc", "aXXcYY", "a*c"})
        CHECK(found(words, text) == "'1'");
    CHECK(found(words, "bx") == "'2'");
    CHECK(found(words, "x") == "'2'");
    CHECK(found(words, "ab") == "nothing");
}

TEST_CASE("of two patterns the more special or much longer one is meant, and else neither") {
    const auto refusal = [](const WordMap& words, std::string_view theirs) {
        return reklamaatio::complaint::tests::message_of<reklamaatio::complaint::BadValue>(
            [&] { words.find(theirs); });
    };
    const WordMap words({{"C*", "open"}, {"*ok", "void"}});
    CHECK(
        refusal(words, "Closed ok")
        == "'Closed ok' is both '*ok' and 'C*' by the profile, which mean void and open; list it on its own");
    CHECK(found(words, "Closed") == "'open'");
    CHECK(found(WordMap({{"C*", "open"}, {"*ok", "void"}, {"closed OK", "closed"}}), "Closed ok")
          == "'closed'");
    CHECK(found(of({{"C*", "open"}, {"*ok", "open"}}), "Closed ok") == "'open'"); // no contradiction
    CHECK(found(of({{"C*", "open"}, {"*duplicate", "void"}}), "Closed, duplicate") == "'void'");
    CHECK(found(of({{"*", "open"}, {"*k", "void"}, {"C*k", "new"}}), "Clerk") == "'new'");
    CHECK(refusal(of({{"*a*", "open"}, {"*b*", "void"}, {"*", "new"}}), "ab").find("'*a*' and '*b*'")
          != std::string::npos);
}
