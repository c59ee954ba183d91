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
    made.category = "damage";
    return made;
}

} // namespace

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
