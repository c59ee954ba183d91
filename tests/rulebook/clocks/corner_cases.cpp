// SPDX-License-Identifier: GPL-3.0-or-later
// Corners where it once went wrong.
#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "rulebook/clocks/random_history.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

Classification to_kind(Kind kind) {
    Classification made;
    made.values.set("kind", std::string(word(kind)));
    return made;
}

} // namespace

// resolved Mon 08:00 in time | reopened 09:00 | await 10:00 -------
TEST_CASE("a row that was judged for good is not moved by later waits") {
    History history(policy({sla("all", "4h", "16h")}, Reopen::restart));
    history.open(draft()).resolve("2026-01-12T08:00:00Z").reopen("2026-01-12T09:00:00Z");
    history.await("2026-01-12T10:00:00Z");
    const auto waiting = history.deadlines(Clock::resolution);
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].due_at == utc("2026-01-13T14:00:00Z"));
    CHECK_FALSE(waiting[0].left);
    history.hear("2026-01-12T12:00:00Z");
    CHECK(history.deadlines(Clock::resolution)[0].due_at == utc("2026-01-13T14:00:00Z"));
}

TEST_CASE("excluded closed time counts also for a target that comes back later") {
    const auto policies = policy({sla("claim", "", "16h", where("kind", "claim"))}, Reopen::exclude);
    Complaint claim = draft();
    claim.kind = Kind::claim;
    History history(policies);
    history.open(claim).classify("2026-01-12T07:00:00Z", to_kind(Kind::remark));
    history.resolve("2026-01-12T08:00:00Z").reopen("2026-01-12T10:00:00Z");
    history.classify("2026-01-12T11:00:00Z", to_kind(Kind::claim));
    REQUIRE(history.deadlines(Clock::resolution).size() == 1);
    CHECK(history.deadlines(Clock::resolution)[0].due_at == utc("2026-01-14T08:00:00Z"));
}

TEST_CASE("a due time that a file takes back is planned by the policy again") {
    Complaint said = draft();
    said.customer = k_customer;
    said.status = Status::open;
    said.given_response_due = GivenDue{utc("2026-01-13T12:00:00Z")};
    History history(policy({sla("all", "4h", "16h")}));
    history.add(import(said, on("2026-01-12T07:00:00Z")));
    Complaint again = history.state();
    again.given_response_due.reset();
    Event event;
    event.kind = EventKind::imported;
    event.complaint = again.id;
    event.happened_at = event.recorded_at = utc("2026-01-12T08:00:00Z");
    event.changes = differences(history.state(), again);
    history.add(event);
    const auto rows = history.deadlines(Clock::response);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].target == "4h");
    CHECK(rows[0].due_at == utc("2026-01-12T10:00:00Z"));
}

TEST_CASE("a void row of a file cannot have ended before it was received") {
    Complaint said = draft();
    said.status = Status::void_;
    said.closed_at = utc("2026-01-05T08:00:00Z");
    CHECK_THROWS_AS(import(said, on("2026-02-01T00:00:00Z")), BadValue);
}

TEST_CASE("a tag of blanks is no tag") {
    CHECK_THROWS_AS(check_tag(" "), BadValue);
    CHECK_THROWS_AS(check_tag(" a"), BadValue);
}

} // namespace reklamaatio::rulebook::tests
