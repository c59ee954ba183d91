// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/recourse.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {
namespace {

Recourse board() {
    return {{{"FI", "fi", "Voitte viedä asian kuluttajariitalautakuntaan."},
             {"FI", "en", "You can take this to the board."},
             {"PL", "pl", "Sprawę można skierować do rzecznika."}},
            WithoutRecourse::warn};
}

std::vector<std::string> languages(const complaint::Complaint& complaint, std::string_view country) {
    const auto recourse = board();
    std::vector<std::string> found;
    for (const auto* text : recourse_for(recourse, complaint, country))
        found.push_back(text->language);
    return found;
}

bool says(std::string_view message) {
    const auto recourse = board();
    return carries(message, recourse_for(recourse, {}, "FI"));
}

} // namespace

TEST_CASE("the sentences are those of the customer's country, else of the firm's, else any") {
    using Languages = std::vector<std::string>;
    complaint::Complaint complaint;
    CHECK(languages(complaint, "FI") == Languages{"fi", "en"});
    CHECK(languages(complaint, "SE") == Languages{"fi", "en", "pl"});
    complaint.own = {{"country", "pl"}};
    CHECK(languages(complaint, "FI") == Languages{"pl"});
    complaint.own = {{"country", "SE"}};
    CHECK(languages(complaint, "FI") == Languages{"fi", "en", "pl"});
}

TEST_CASE("a message carries the sentence however it is broken and written") {
    CHECK(says("Hei,\n\nVoitte viedä asian\n   kuluttajariitalautakuntaan.\n\nTerveisin"));
    CHECK(says("you can TAKE this\r\nto the board."));
    CHECK(says("Voitte vieda asian kuluttajariitalautakuntaan."));
    CHECK_FALSE(says("Voitte viedä asian"));
    CHECK_FALSE(says(""));
    CHECK_FALSE(says("Sprawę można skierować do rzecznika."));
    CHECK_FALSE(carries("anything", {}));
}

TEST_CASE("a sentence is owed with a rejection, whole or in part") {
    using complaint::Outcome;
    CHECK(needs_recourse(Outcome::rejected));
    CHECK(needs_recourse(Outcome::partly));
    CHECK_FALSE(needs_recourse(Outcome::upheld));
    CHECK_FALSE(needs_recourse(Outcome::withdrawn));
    CHECK_FALSE(needs_recourse(std::nullopt));
}

} // namespace reklamaatio::rulebook::tests
