// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/word_lists.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

std::string refusal_of(const WordLists& lists, Listed what, std::string_view word) {
    return message_of<BadValue>([&] { lists.check(what, word); });
}

} // namespace

TEST_CASE("a list that is given is closed and the others are open") {
    WordLists lists;
    CHECK(refusal_of(lists, Listed::categories, "anything").empty());
    lists.close(Listed::categories, {"damage", "delay"});
    CHECK(lists.is_closed(Listed::categories));
    CHECK_FALSE(lists.is_closed(Listed::products));
    CHECK(refusal_of(lists, Listed::categories, "damage").empty());
    CHECK(refusal_of(lists, Listed::categories, "").empty());
    CHECK(refusal_of(lists, Listed::products, "anything").empty());
    CHECK(refusal_of(lists, Listed::categories, "damge")
          == "'damge' is not a category (damage, delay); did you mean 'damage'?");
    CHECK(refusal_of(lists, Listed::categories, "billing") == "'billing' is not a category (damage, delay)");
    lists.close(Listed::tags, {});
    CHECK_FALSE(refusal_of(lists, Listed::tags, "vip").empty());
}

TEST_CASE("remedies are the known ones and those that a list adds") {
    WordLists lists;
    CHECK(refusal_of(lists, Listed::remedies, "refund").empty());
    CHECK(refusal_of(lists, Listed::remedies, "refnd").ends_with("did you mean 'refund'?"));
    lists.close(Listed::remedies, {"spare part"});
    CHECK(refusal_of(lists, Listed::remedies, "refund").empty());
    CHECK(refusal_of(lists, Listed::remedies, "spare part").empty());
    CHECK(lists.words(Listed::remedies).size() == k_remedies.size() + 1);
}

} // namespace reklamaatio::rulebook::tests
