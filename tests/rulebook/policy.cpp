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
    CHECK(hold({}, c));
    CHECK(hold({{Kind::claim, Kind::praise},
                {Priority::urgent},
                {Harm::safety, Harm::injury},
                {"delay", "damage"},
                {"stove"},
                {"phone"},
                {"returns"}},
               c));
    CHECK_FALSE(hold({{Kind::complaint}, {}, {}, {}, {}, {}, {}}, c));
    CHECK_FALSE(hold({{}, {Priority::low}, {}, {}, {}, {}, {}}, c));
    CHECK_FALSE(hold({{}, {}, {Harm::none}, {}, {}, {}, {}}, c));
    CHECK_FALSE(hold({{}, {}, {}, {"Damage"}, {}, {}, {}}, c));
    CHECK_FALSE(hold({{}, {}, {}, {}, {"oven"}, {}, {}}, c));
    CHECK_FALSE(hold({{}, {}, {}, {}, {}, {"email"}, {}}, c));
    CHECK_FALSE(hold({{}, {}, {}, {}, {}, {}, {"sales"}}, c));
    // A value that nobody gave is in no list.
    CHECK_FALSE(hold({{}, {}, {}, {"damage"}, {}, {}, {}}, draft()));
}

TEST_CASE("the first service level whose conditions hold wins") {
    const Policy p = policy({sla("claims", "4h", "5bd", {{Kind::claim}, {}, {}, {}, {}, {}, {}}),
                             sla("urgent", "1h", "1bd", {{}, {Priority::urgent}, {}, {}, {}, {}, {}}),
                             sla("damage", "8h", "9bd", {{}, {}, {}, {"damage"}, {}, {}, {}})});
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
