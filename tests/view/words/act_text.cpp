// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/act_text.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {

using complaint::Act;

TEST_CASE("each act is told in a way of its own, with the option where the command does several") {
    const auto words = complaint::Vocabulary<Act>::k_words;
    std::set<std::string_view> told;
    for (const auto word : words)
        told.insert(command_of(complaint::parse_word<Act>(word)));
    CHECK(told.size() == words.size());
    CHECK_FALSE(told.contains(""));
    CHECK(command_of(Act::unassign) == "assign --nobody");
    CHECK(command_of(Act::contact_in) == "contact --in");
    CHECK(command_of(Act::contact_out) == "contact");
    CHECK(command_of(Act::receipt) == "contact --auto");
    CHECK(command_of(Act::withdraw_offer) == "offer --withdrawn");
    CHECK(command_of(Act::void_) == "void");
}

} // namespace reklamaatio::view::tests
