// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/waits.hpp"

#include "rulebook/clocks/origin.hpp"
#include "rulebook/history.hpp"

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

// "08:00-09:00 a photo, 10:00- a photo", all on 12 January.
std::string told(const History& history) {
    std::string text;
    const auto clock = [](Instant at) { return time::to_iso(at).substr(11, 5); };
    for (const auto& wait : told_waits(history.events()))
        text += fmt::format("{}{}-{} {}", text.empty() ? "" : ", ", clock(wait.pause.from),
                            wait.pause.until ? clock(*wait.pause.until) : "", wait.reason);
    return text;
}

History opened() {
    History history(policy({}));
    history.open(draft());
    return history;
}

} // namespace

//   06:00     07:00 ======== 08:00     10:00 ========== 11:00
//   received  await          heard     await            resolved
TEST_CASE("a wait lasts from the question to whatever ends it") {
    History history = opened();
    CHECK(told(history).empty());
    history.await("2026-01-12T07:00:00Z");
    CHECK(told(history) == "07:00- a photo");
    history.hear("2026-01-12T08:00:00Z").answer("2026-01-12T09:00:00Z");
    CHECK(told(history) == "07:00-08:00 a photo");
    history.contact("2026-01-12T10:00:00Z", awaiting("a receipt"));
    CHECK(told(history) == "07:00-08:00 a photo, 10:00- a receipt");
    history.resolve("2026-01-12T11:00:00Z");
    CHECK(told(history) == "07:00-08:00 a photo, 10:00-11:00 a receipt");
}

TEST_CASE("a wait is ended by whoever waits no longer and by what makes the complaint void") {
    History no_longer = opened();
    no_longer.await("2026-01-12T07:00:00Z").contact("2026-01-12T07:30:00Z", no_longer_awaiting());
    CHECK(told(no_longer) == "07:00-07:30 a photo");
    History void_one = opened();
    void_one.await("2026-01-12T07:00:00Z").void_entry("2026-01-12T09:00:00Z");
    CHECK(told(void_one) == "07:00-09:00 a photo");
}

TEST_CASE("what happens during a wait and does not end it leaves it whole") {
    History history = opened();
    history.await("2026-01-12T07:00:00Z");
    Classification to;
    to.values.set("kind", "claim");
    history.classify("2026-01-12T08:00:00Z", to).assign("2026-01-12T08:30:00Z", {"", "pekka"});
    CHECK(told(history) == "07:00- a photo");
    CHECK(waits(history.events()).size() == 1);
    CHECK(waits(history.events()).front().from == history.state().waiting_since);
}

} // namespace reklamaatio::rulebook::tests
