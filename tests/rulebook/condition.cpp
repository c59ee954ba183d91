// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/condition.hpp"

#include "rulebook/history.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

Complaint urgent_damage_claim() {
    Complaint made = draft();
    made.kind = Kind::claim;
    made.priority = Priority::urgent;
    made.harm = Harm::injury;
    made.category = "damage";
    made.product = "stove";
    made.channel = "phone";
    made.team = "returns";
    return made;
}

} // namespace

TEST_CASE("every list of conditions must have the value and an empty one admits all") {
    const Complaint c = urgent_damage_claim();
    FieldConditions all;
    CHECK(all.hold(c));
    all.ask("kind", {"claim", "praise"});
    all.ask("priority", {"urgent"});
    all.ask("harm", {"safety", "injury"});
    all.ask("category", {"delay", "damage"});
    all.ask("product", {"stove"});
    all.ask("channel", {"phone"});
    all.ask("team", {"returns"});
    all.ask("cause", {}); // asks nothing
    CHECK(all.hold(c));
    CHECK_FALSE(where("kind", "complaint").hold(c));
    CHECK_FALSE(where("priority", "low").hold(c));
    CHECK_FALSE(where("harm", "none").hold(c));
    CHECK_FALSE(where("category", "Damage").hold(c));
    CHECK_FALSE(where("product", "oven").hold(c));
    CHECK_FALSE(where("channel", "email").hold(c));
    CHECK_FALSE(where("source", "shop").hold(c));
    CHECK_FALSE(where("team", "sales").hold(c));
    // A value that nobody gave is in no list.
    CHECK_FALSE(where("category", "damage").hold(draft()));
}

TEST_CASE("conditions cover those that ask for less") {
    FieldConditions wide = where("kind", "claim");
    FieldConditions narrow = wide;
    narrow.ask("team", {"returns"});
    CHECK(wide.cover(narrow));
    CHECK_FALSE(narrow.cover(wide));
    wide.ask("kind", {"claim", "complaint"});
    CHECK(wide.cover(narrow));
    narrow.ask("kind", {"claim", "remark"});
    CHECK_FALSE(wide.cover(narrow));
    CHECK(FieldConditions{}.cover(narrow));
}

// Every two sets of conditions on two fields, against every complaint that they can tell apart.
TEST_CASE("conditions cover others exactly when they hold wherever the others do") {
    const std::vector<std::string> words{"", "a", "b", "c"}; // c is in no list
    std::vector<FieldConditions> all;
    for (unsigned categories = 0; categories < 8; ++categories)
        for (unsigned products = 0; products < 8; ++products) {
            const auto chosen = [&](unsigned bits) {
                std::vector<std::string> list;
                for (std::size_t i = 0; i < 3; ++i)
                    if ((bits >> i & 1U) != 0) list.push_back(words[i]);
                return list;
            };
            FieldConditions made;
            made.ask("category", chosen(categories));
            made.ask("product", chosen(products));
            all.push_back(made);
        }
    std::vector<Complaint> complaints;
    for (const auto& category : words)
        for (const auto& product : words) {
            complaints.push_back(draft());
            complaints.back().category = category;
            complaints.back().product = product;
        }
    for (const auto& wide : all)
        for (const auto& narrow : all)
            CHECK(wide.cover(narrow) == std::ranges::all_of(complaints, [&](const Complaint& c) {
                      return wide.hold(c) || !narrow.hold(c);
                  }));
}

TEST_CASE("what is asked of a field last counts") {
    FieldConditions asked = where("kind", "claim");
    asked.ask("kind", {"praise", "remark"});
    CHECK(asked.asked_of("kind") == std::vector<std::string>{"praise", "remark"});
    CHECK(asked.asked_of("harm").empty());
    CHECK(std::distance(asked.begin(), asked.end()) == 1);
}

} // namespace reklamaatio::rulebook::tests
