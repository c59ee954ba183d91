// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/sla_match.hpp"

#include "rulebook/history.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("levels are looked at in order, up to the one that holds") {
    FieldConditions serious;
    serious.ask("kind", {"claim", "complaint"});
    serious.ask("harm", {"safety", "injury"});
    FieldConditions vip;
    vip.ask("team", {"vip", "key"});
    FieldConditions mail;
    mail.ask("kind", {"complaint"});
    mail.ask("channel", {"email"});
    const Policy of = policy({sla("serious", "1h", "", serious), sla("vip", "1h", "", vip),
                              sla("mail", "1h", "", mail), sla("all", "1h", "")});
    const auto matches = match_slas(of, draft());
    REQUIRE(matches.size() == 3);
    CHECK(to_text(matches[0]) == "does not apply: harm is none, not safety or injury");
    CHECK(to_text(matches[1]) == "does not apply: team is empty, not vip or key");
    CHECK(to_text(matches[2]) == "applies: kind is complaint, channel is email");
    CHECK(matches[2].sla == sla_for(of, draft()));
    CHECK(matches[2].place == 3);

    Complaint other = draft();
    other.channel = "phone";
    CHECK(to_text(match_slas(of, other).back()) == "applies: it has no conditions");
}

TEST_CASE("where no level holds, all were looked at") {
    FieldConditions claims;
    claims.ask("kind", {"claim"});
    const Policy of = policy({sla("claims", "1h", "", claims)});
    const auto matches = match_slas(of, draft());
    REQUIRE(matches.size() == 1);
    CHECK_FALSE(matches[0].holds());
    CHECK(match_slas(policy({}), draft()).empty());
}

} // namespace reklamaatio::rulebook::tests
