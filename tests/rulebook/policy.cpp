// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/policy.hpp"

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

TEST_CASE("the first service level whose conditions hold wins") {
    const Policy p = policy({sla("claims", "4h", "5bd", where("kind", "claim")),
                             sla("urgent", "1h", "1bd", where("priority", "urgent")),
                             sla("damage", "8h", "9bd", where("category", "damage"))});
    Complaint c = urgent_damage_claim();
    REQUIRE(sla_for(p, c) != nullptr);
    CHECK(sla_for(p, c)->name == "claims");
    c.kind = Kind::complaint;
    CHECK(sla_for(p, c)->name == "urgent");
    c.priority = Priority::high;
    CHECK(sla_for(p, c)->name == "damage");
    c.category = "delay";
    CHECK(sla_for(p, c) == nullptr);
    CHECK(sla_for(policy({}), c) == nullptr);
}

TEST_CASE("each way to reopen reads back what it writes") {
    for (const auto way : complaint::values<Reopen>())
        CHECK(complaint::parse_word<Reopen>(complaint::word(way)) == way);
    CHECK(complaint::word(Reopen::exclude) == "exclude");
}

} // namespace reklamaatio::rulebook::tests
