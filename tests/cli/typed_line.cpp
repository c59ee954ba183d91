// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_line.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {
namespace {

using Words = std::vector<std::string>;
const Words k_wordy{"-m", "--message", "--await"};

} // namespace

TEST_CASE("words in a line without quotes go in quotes where they stand") {
    const auto meant =
        meant_line({"promise", "4", "call", "back", "--by", "noon"}, {"call", "back"}, k_wordy);
    CHECK(meant.loose == Words{"call", "back"});
    CHECK(meant.in_place() == "reklamaatio promise 4 \"call back\" --by noon");
    CHECK(meant.behind("-m") == "reklamaatio promise 4 --by noon -m \"call back\"");
}

TEST_CASE("words that follow the value of an option that has several are a part of it") {
    const auto meant = meant_line({"contact", "1", "--await", "a", "photo", "-b", "email", "of", "it"},
                                  {"photo", "of", "it"}, k_wordy);
    CHECK(meant.arguments == Words{"contact", "1", "--await", "a photo", "-b", "email"});
    CHECK(meant.loose == Words{"of", "it"});
    CHECK(meant_line({"note", "1", "-m", "hi", "there"}, {"there"}, k_wordy).in_place()
          == "reklamaatio note 1 -m \"hi there\"");
}

TEST_CASE("of words that stand twice in a line the last ones are too many") {
    const auto meant = meant_line({"note", "x", "-m", "x", "x"}, {"x"}, k_wordy);
    CHECK(meant.arguments == Words{"note", "x", "-m", "x x"});
    CHECK(meant.loose.empty());
}

} // namespace reklamaatio::cli::tests
