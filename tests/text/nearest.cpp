// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nearest.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace reklamaatio;

namespace {

constexpr std::array<std::string_view, 18> k_commands{
    "list",  "show",   "open",    "edit",   "assign", "note",   "reply", "wait", "resume",
    "close", "reopen", "resolve", "report", "import", "export", "check", "undo", "verify"};

std::string_view meant(std::string_view word) {
    return text::nearest(word, k_commands).value_or("");
}

} // namespace

TEST_CASE("a slip of the fingers finds its word") {
    CHECK(meant("lsit") == "list");
    CHECK(meant("lst") == "list");
    CHECK(meant("listt") == "list");
    CHECK(meant("shwo") == "show");
    CHECK(meant("reslove") == "resolve");
    CHECK(meant("improt") == "import");
    CHECK(meant("verfiy") == "verify");
}

TEST_CASE("case and accents are no fault") {
    CHECK(meant("LIST") == "list");
    CHECK(meant("nöte") == "note");
    constexpr std::array<std::string_view, 2> k_finnish{"myöhässä", "avoin"};
    CHECK(text::nearest("myohassa", k_finnish) == "myöhässä");
}

TEST_CASE("the beginning of a word is near from three letters on") {
    CHECK(meant("ver") == "verify");
    CHECK(meant("resol") == "resolve");
    CHECK(meant("ve") == "");
}

TEST_CASE("of equally near words the earlier is meant") {
    constexpr std::array<std::string_view, 2> k_words{"low", "now"};
    CHECK(text::nearest("mow", k_words) == "low");
}

TEST_CASE("a fitting word beats one that only begins so") {
    constexpr std::array<std::string_view, 2> k_words{"reporter", "report"};
    CHECK(text::nearest("report", k_words) == "report");
}

TEST_CASE("what is far from everything has no neighbour") {
    CHECK(meant("") == "");
    CHECK(meant("x") == "");
    CHECK(meant("frobnicate") == "");
    CHECK(meant("de") == "");
    CHECK(meant(std::string(1'000'000, 'l')) == "");
    CHECK_FALSE(text::nearest("list", {}));
}

TEST_CASE("a suggestion is the end of a sentence") {
    CHECK(text::did_you_mean("lsit", k_commands) == "; did you mean 'list'?");
    CHECK(text::did_you_mean("frobnicate", k_commands).empty());
}
