// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules_decided.hpp"

#include "rulebook/triage/ruled.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("what has a value is decided and the usual value only when the log says so") {
    History history(policy({}));
    Complaint c = draft();
    c.product = "stove";
    history.open(c);
    const auto decided = [&] { return decided_by_now(history.state(), history.events()); };
    CHECK(decided() == std::vector{settable("product")});

    Classification to;
    to.values.set("kind", "claim");
    to.values.set("category", "damage");
    history.classify("2026-01-12T08:00:00Z", to);
    CHECK(decided() == std::vector{settable("kind"), settable("category"), settable("product")});

    // Put back to the usual: somebody meant it. An empty category is nobody's decision.
    to.values.set("kind", "complaint");
    to.values.set("category", "");
    history.classify("2026-01-12T09:00:00Z", to);
    CHECK(decided() == std::vector{settable("kind"), settable("product")});

    history.assign("2026-01-12T10:00:00Z", {"returns", ""});
    CHECK(decided() == std::vector{settable("kind"), settable("product"), settable("assign")});
}

} // namespace reklamaatio::rulebook::tests
