// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines. Everything happens in Helsinki in January 2026, where the office is open from 06:00 to 14:00 UTC
// on weekdays; the 12th is a Monday. A working day (bd) ends at 14:00.
#include "rulebook/clocks/plan.hpp"

#include "complaint/extension.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/clocks/waits.hpp"
#include "rulebook/history.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// Claims are to be answered within 4 h and resolved within 16 h; complaints within 8 h and 10 bd; praise and
// remarks are answered within 2 bd and need no resolution.
Policy usual(Reopen reopen = Reopen::continue_) {
    return policy({sla("claim", "4h", "16h", where("kind", "claim")),
                   sla("complaint", "8h", "10bd", where("kind", "complaint")), sla("other", "2bd", "")},
                  reopen);
}

Complaint claim(std::string_view received = k_received) {
    Complaint made = draft(received);
    made.kind = Kind::claim;
    return made;
}

Classification to_kind(Kind kind) {
    Classification made;
    made.values.set("kind", std::string(word(kind)));
    return made;
}

std::string due(const Deadline& row) {
    return row.due_at ? time::to_iso(*row.due_at) : "paused";
}

// When the one deadline of that clock is due; "none" without one.
std::string due(const History& history, Clock clock) {
    const auto rows = history.deadlines(clock);
    if (rows.empty()) return "none";
    REQUIRE(rows.size() == 1);
    return due(rows.front());
}

Deadline only(const History& history, Clock clock) {
    const auto rows = history.deadlines(clock);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

} // namespace

// Mon 12                                              Tue 13
// 06:00 received          10:00 response due           14:00 resolution due
//   |-----------4 h---------|
//   |-------------------8 h----------------|----------8 h-----|
TEST_CASE("a complaint that is opened gets the deadlines of its service level") {
    History history(usual());
    history.open(claim());
    const auto rows = history.deadlines();
    REQUIRE(rows.size() == 2);
    const Deadline& response = rows[0];
    CHECK(response.clock == Clock::response);
    CHECK(response.ordinal == 1);
    CHECK(response.started_at == utc(k_received));
    CHECK(response.due_at == utc("2026-01-12T10:00:00Z"));
    CHECK(response.warn_at == utc("2026-01-12T09:12:00Z"));
    CHECK(response.target == "4h");
    CHECK(response.sla == "claim");
    CHECK(response.calendar == "office");
    CHECK(response.policy == 1);
    CHECK_FALSE(response.met_at);
    CHECK_FALSE(response.cancelled_at);
    CHECK_FALSE(response.left);
    CHECK_FALSE(response.taken);
    CHECK_FALSE(response.overrun);
    CHECK(rows[1].clock == Clock::resolution);
    CHECK(rows[1].due_at == utc("2026-01-13T14:00:00Z"));
    CHECK(rows[1].warn_at == utc("2026-01-13T10:48:00Z"));
}

TEST_CASE("no service level or one without a target gives no deadline") {
    History remark(usual());
    Complaint said = draft();
    said.kind = Kind::remark;
    remark.open(said);
    CHECK(due(remark, Clock::response) == "2026-01-14T14:00:00Z");
    CHECK(due(remark, Clock::resolution) == "none");
    History lawless(policy({}));
    lawless.open(claim());
    CHECK(lawless.deadlines().empty());
    CHECK(plan_deadlines({}, lawless.policies()).empty());
}

// 06:00 received   10:00 due   12:00 the customer is known
TEST_CASE(
    "nobody owes an answer to who cannot be answered and once somebody can it is owed since the receipt") {
    History history(usual());
    history.open_anonymous(claim());
    CHECK(due(history, Clock::response) == "none");
    CHECK(due(history, Clock::resolution) == "2026-01-13T14:00:00Z");
    history.contact("2026-01-12T07:00:00Z", receipt()).hear("2026-01-12T07:30:00Z");
    CHECK(due(history, Clock::response) == "none");
    history.edit_customer("2026-01-12T12:00:00Z");
    const Deadline row = only(history, Clock::response);
    CHECK(row.started_at == utc(k_received));
    CHECK(row.due_at == utc("2026-01-12T10:00:00Z"));
    CHECK_FALSE(row.met_at);
}

TEST_CASE("who was answered could be answered and it is judged whether that was in time") {
    History in_time(usual());
    in_time.open_anonymous(claim()).answer("2026-01-12T10:00:00Z");
    CHECK(is_met(only(in_time, Clock::response)));
    History late(usual());
    late.open_anonymous(claim()).answer("2026-01-12T10:00:01Z");
    CHECK_FALSE(is_met(only(late, Clock::response)));
    CHECK(late.deadlines(Clock::response).front().overrun == time::Seconds{1});
}

TEST_CASE("a due time that a source gave stays where nobody can be answered") {
    Complaint said = claim();
    said.given_response_due = GivenDue{utc("2026-01-12T08:00:00Z")};
    History history(usual());
    history.open_anonymous(said);
    CHECK(due(history, Clock::response) == "2026-01-12T08:00:00Z");
}

// 06:00 received   08:30 answered   10:00 due
//   |------2.5 h------|
TEST_CASE("the first answer stops the response clock and tells how long it took") {
    History history(usual());
    history.open(claim()).contact("2026-01-12T07:00:00Z", receipt()).hear("2026-01-12T07:30:00Z");
    CHECK_FALSE(only(history, Clock::response).met_at);
    history.answer("2026-01-12T08:30:00Z").answer("2026-01-12T09:30:00Z");
    const Deadline row = only(history, Clock::response);
    CHECK(row.met_at == utc("2026-01-12T08:30:00Z"));
    CHECK(row.taken == hours{2} + minutes{30});
    CHECK_FALSE(row.overrun);
    CHECK(is_met(row));
}

TEST_CASE("an answer at the due time is in time and one second later is late") {
    History in_time(usual());
    in_time.open(claim()).answer("2026-01-12T10:00:00Z");
    CHECK(is_met(only(in_time, Clock::response)));
    CHECK_FALSE(only(in_time, Clock::response).overrun);
    History late(usual());
    late.open(claim()).answer("2026-01-12T10:00:01Z");
    CHECK_FALSE(is_met(only(late, Clock::response)));
    CHECK(only(late, Clock::response).overrun == Seconds{1});
}

// Mon 10:00 due             Mon 14:00 | closed | Tue 06:00      07:00 answered
//             |------4 h-----|                   |-----1 h------|
TEST_CASE("an overrun is counted in working time") {
    History history(usual());
    history.open(claim()).answer("2026-01-13T07:00:00Z");
    CHECK(only(history, Clock::response).overrun == hours{5});
    CHECK(only(history, Clock::response).taken == hours{9});
}

TEST_CASE("an answer at the telephone meets the response clock as the complaint is logged") {
    History history(usual());
    history.open(claim(), true);
    CHECK(only(history, Clock::response).met_at == utc(k_received));
    CHECK(only(history, Clock::response).taken == Seconds{0});
}

// 06:00 received  07:00 await -------------- 09:00 hear     10:00 response due all the same
//                       |-------2 h---------|                resolution: 2 h later
TEST_CASE("a wait for the customer never moves the response and moves the resolution") {
    History history(usual());
    history.open(claim()).await("2026-01-12T07:00:00Z").hear("2026-01-12T09:00:00Z");
    CHECK(due(history, Clock::response) == "2026-01-12T10:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-14T08:00:00Z");
}

// Mon 08:00 await                                        Tue 14:00
//       |- - - waits - - - -                              due, had it not waited: 14 h from then
TEST_CASE("while it waits the resolution has no due time but what is left") {
    History history(usual());
    history.open(claim()).await("2026-01-12T08:00:00Z");
    const Deadline paused = only(history, Clock::resolution);
    CHECK_FALSE(paused.due_at);
    CHECK_FALSE(paused.warn_at);
    CHECK(paused.left == hours{14});
    CHECK(due(history, Clock::response) == "2026-01-12T10:00:00Z");

    history.hear("2026-01-12T12:00:00Z");
    const Deadline running = only(history, Clock::resolution);
    CHECK(running.due_at == utc("2026-01-14T10:00:00Z"));
    CHECK_FALSE(running.left);
}

TEST_CASE("a wait over a night and a weekend counts its working time only") {
    History history(usual());
    history
        .open(claim("2026-01-16T06:00:00Z")) // Friday
        .await("2026-01-16T13:00:00Z")
        .hear("2026-01-19T07:00:00Z"); // Monday: one hour on each day
    CHECK(due(history, Clock::resolution) == "2026-01-20T08:00:00Z");
}

// Tue 13, 14:00 due      Wed 14, 06:00 await ---- Thu 15
TEST_CASE("a wait that begins at or after the deadline changes nothing") {
    for (const std::string_view begins : {"2026-01-13T14:00:00Z", "2026-01-14T06:00:00Z"}) {
        CAPTURE(begins);
        History history(usual());
        history.open(claim()).await(begins);
        CHECK(due(history, Clock::resolution) == "2026-01-13T14:00:00Z");
        CHECK_FALSE(only(history, Clock::resolution).left);
        history.hear("2026-01-15T06:00:00Z").resolve("2026-01-15T07:00:00Z");
        CHECK(due(history, Clock::resolution) == "2026-01-13T14:00:00Z");
        CHECK_FALSE(is_met(only(history, Clock::resolution)));
    }
}

// 06:00   08:00 await ------------ 12:00 resolve
//   |-2 h-|        paused          |
TEST_CASE("resolving ends a wait and the time taken leaves the wait out") {
    History history(usual());
    history.open(claim()).await("2026-01-12T08:00:00Z").resolve("2026-01-12T12:00:00Z");
    const Deadline row = only(history, Clock::resolution);
    CHECK(row.due_at == utc("2026-01-14T10:00:00Z"));
    CHECK(row.met_at == utc("2026-01-12T12:00:00Z"));
    CHECK(row.taken == hours{2});
    CHECK_FALSE(row.overrun);
    CHECK_FALSE(row.left);
}

TEST_CASE("several waits each move the deadline") {
    History history(usual());
    history.open(claim())
        .await("2026-01-12T07:00:00Z")
        .hear("2026-01-12T08:00:00Z")
        .await("2026-01-12T09:00:00Z")
        .hear("2026-01-12T11:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-14T09:00:00Z");
    CHECK(waits(history.events())
          == std::vector<time::Pause>{{utc("2026-01-12T07:00:00Z"), utc("2026-01-12T08:00:00Z")},
                                      {utc("2026-01-12T09:00:00Z"), utc("2026-01-12T11:00:00Z")}});
    history.await("2026-01-12T12:00:00Z");
    REQUIRE(waits(history.events()).size() == 3);
    CHECK_FALSE(waits(history.events()).back().until);
}

TEST_CASE("an unanswered complaint that is resolved leaves the response to be judged") {
    History history(usual());
    history.open(claim()).resolve("2026-01-12T07:00:00Z");
    const Deadline response = only(history, Clock::response);
    CHECK(response.due_at == utc("2026-01-12T10:00:00Z"));
    CHECK_FALSE(response.met_at);
    CHECK_FALSE(response.cancelled_at);
}

TEST_CASE("voiding cancels every deadline even a met one") {
    History history(usual());
    history.open(claim()).answer("2026-01-12T07:00:00Z").void_entry("2026-01-12T09:00:00Z");
    const auto rows = history.deadlines();
    REQUIRE(rows.size() == 2);
    for (const Deadline& row : rows)
        CHECK(row.cancelled_at == utc("2026-01-12T09:00:00Z"));
    CHECK(rows[0].met_at == utc("2026-01-12T07:00:00Z"));
}

// received Mon 06:00; complaint: 8 h and 10 bd; from 07:00 on a claim: 4 h and 16 h, both from receipt
TEST_CASE("reclassifying plans again from the receipt") {
    History history(usual());
    history.open(draft());
    CHECK(due(history, Clock::response) == "2026-01-12T14:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-26T14:00:00Z");
    history.classify("2026-01-12T07:00:00Z", to_kind(Kind::claim));
    CHECK(due(history, Clock::response) == "2026-01-12T10:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-13T14:00:00Z");
    CHECK(only(history, Clock::response).sla == "claim");
    CHECK(only(history, Clock::response).target == "4h");
}

TEST_CASE("every fact that a condition may name plans again") {
    const Policy strict = policy(
        {sla("p", "1h", "", where("priority", "urgent")), sla("h", "2h", "", where("harm", "safety")),
         sla("c", "3h", "", where("category", "damage")), sla("q", "5h", "", where("product", "stove")),
         sla("t", "6h", "", where("team", "returns")), sla("rest", "8h", "")});
    const auto classified = [&](const Classification& to) {
        History history(strict);
        history.open(draft()).classify("2026-01-12T06:30:00Z", to);
        return only(history, Clock::response).sla;
    };
    Classification to;
    to.values.set("priority", "urgent");
    CHECK(classified(to) == "p");
    to = {};
    to.values.set("harm", "safety");
    CHECK(classified(to) == "h");
    to = {};
    to.values.set("category", "damage");
    CHECK(classified(to) == "c");
    to = {};
    to.values.set("product", "stove");
    CHECK(classified(to) == "q");
    to = {};
    to.values.set("cause", "carrier");
    CHECK(classified(to) == "rest");
    History assigned(strict);
    assigned.open(draft()).assign("2026-01-12T06:30:00Z", {"returns", ""});
    CHECK(only(assigned, Clock::response).sla == "t");
}

TEST_CASE("reclassifying leaves alone what is already met or due") {
    History met(usual());
    met.open(draft()).answer("2026-01-12T06:30:00Z").classify("2026-01-12T07:00:00Z", to_kind(Kind::claim));
    CHECK(due(met, Clock::response) == "2026-01-12T14:00:00Z");
    CHECK(only(met, Clock::response).sla == "complaint");
    CHECK(due(met, Clock::resolution) == "2026-01-13T14:00:00Z");

    // Due at ten: at ten and later it stays, a second before it does not.
    for (const auto& [when, expected] : {std::pair{"2026-01-12T09:59:59Z", "2026-01-12T14:00:00Z"},
                                         {"2026-01-12T10:00:00Z", "2026-01-12T10:00:00Z"},
                                         {"2026-01-12T10:00:01Z", "2026-01-12T10:00:00Z"}}) {
        const auto& at = when;
        CAPTURE(at);
        History history(usual());
        history.open(claim()).classify(at, to_kind(Kind::complaint));
        CHECK(due(history, Clock::response) == expected);
        CHECK(due(history, Clock::resolution) == "2026-01-26T14:00:00Z");
    }
}

TEST_CASE("what counts is when a new classification was recorded") {
    History history(usual());
    history.open(claim());
    history.add(classify(history.state(), to_kind(Kind::complaint),
                         on("2026-01-12T09:00:00Z", "2026-01-12T11:00:00Z")));
    CHECK(due(history, Clock::response) == "2026-01-12T10:00:00Z");
}

TEST_CASE("a paused deadline is not yet due and planned again") {
    History history(usual());
    history.open(claim())
        .await("2026-01-13T13:00:00Z")
        .classify("2026-01-20T06:00:00Z", to_kind(Kind::complaint));
    CHECK(only(history, Clock::resolution).target == "10bd");
    history.hear("2026-01-20T07:00:00Z");
    // Ten working days end on Mon 26; the wait has covered 1 h + 4 x 8 h + 1 h = 34 h of working time.
    CHECK(due(history, Clock::resolution) == "2026-02-02T08:00:00Z");
}

TEST_CASE("a resolved complaint is not planned again") {
    History history(usual());
    history.open(draft())
        .resolve("2026-01-12T06:30:00Z")
        .classify("2026-01-12T07:00:00Z", to_kind(Kind::claim));
    CHECK(due(history, Clock::response) == "2026-01-12T14:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-26T14:00:00Z");
}

TEST_CASE("a target that goes with a new classification goes and comes back with another") {
    History history(usual());
    history.open(claim()).classify("2026-01-12T07:00:00Z", to_kind(Kind::remark));
    CHECK(due(history, Clock::resolution) == "none");
    CHECK(due(history, Clock::response) == "2026-01-14T14:00:00Z");
    history.classify("2026-01-12T08:00:00Z", to_kind(Kind::claim));
    CHECK(due(history, Clock::resolution) == "2026-01-13T14:00:00Z");
    CHECK(due(history, Clock::response) == "2026-01-12T10:00:00Z");

    History from_nothing(usual());
    Complaint remark = draft();
    remark.kind = Kind::remark;
    from_nothing.open(remark).classify("2026-01-12T08:00:00Z", to_kind(Kind::claim));
    CHECK(due(from_nothing, Clock::resolution) == "2026-01-13T14:00:00Z");
}

// version 1: 4 h and 16 h      version 2, in force from Mon 09:00: 6 h and 8 h
TEST_CASE("a new policy plans again what is not yet due and says which version did") {
    const Policy second = policy({sla("all", "6h", "8h")});
    History unmet(usual());
    unmet.open(claim()).put_in_force("2026-01-12T09:00:00Z", second);
    CHECK(due(unmet, Clock::response) == "2026-01-12T12:00:00Z");
    CHECK(due(unmet, Clock::resolution) == "2026-01-12T14:00:00Z");
    CHECK(only(unmet, Clock::response).policy == 2);
    CHECK(only(unmet, Clock::response).sla == "all");

    History answered(usual());
    answered.open(claim()).answer("2026-01-12T08:00:00Z").put_in_force("2026-01-12T09:00:00Z", second);
    CHECK(due(answered, Clock::response) == "2026-01-12T10:00:00Z");
    CHECK(only(answered, Clock::response).policy == 1);
    CHECK(only(answered, Clock::resolution).policy == 2);

    History overdue(usual());
    overdue.open(claim()).put_in_force("2026-01-12T11:00:00Z", second);
    CHECK(due(overdue, Clock::response) == "2026-01-12T10:00:00Z");
    CHECK(due(overdue, Clock::resolution) == "2026-01-12T14:00:00Z");

    History resolved(usual());
    resolved.open(claim()).resolve("2026-01-12T08:00:00Z").put_in_force("2026-01-12T09:00:00Z", second);
    CHECK(only(resolved, Clock::resolution).policy == 1);
    CHECK(only(resolved, Clock::response).policy == 1);
}

TEST_CASE("a complaint is planned by the policy that was in force when it was recorded") {
    History history(usual());
    history.put_in_force("2026-01-12T05:00:00Z", policy({sla("all", "6h", "8h")})).open(claim());
    CHECK(due(history, Clock::response) == "2026-01-12T12:00:00Z");
    CHECK(only(history, Clock::response).policy == 2);
}

TEST_CASE("policies follow each other and each plans only what the one before left open") {
    History history(usual());
    history.open(claim())
        .put_in_force("2026-01-12T07:00:00Z", policy({sla("b", "2h", "6h")}))
        .put_in_force("2026-01-12T08:30:00Z", policy({sla("c", "8h", "")}));
    CHECK(due(history, Clock::response) == "2026-01-12T08:00:00Z"); // of b, past when c came
    CHECK(due(history, Clock::resolution) == "none");
    history.put_in_force("2026-01-12T09:00:00Z", policy({sla("d", "1h", "3h")}));
    CHECK(due(history, Clock::resolution) == "2026-01-12T09:00:00Z");
}

TEST_CASE("due times given from outside win and are never planned again") {
    Complaint said = claim();
    said.status = Status::open;
    said.given_response_due = GivenDue{utc("2026-01-12T11:30:00Z")};
    said.given_resolution_due = GivenDue{};
    History history(usual());
    history.add(import(said, on("2026-01-12T07:00:00Z")));
    const auto check = [&] {
        const Deadline row = only(history, Clock::response);
        CHECK(row.due_at == utc("2026-01-12T11:30:00Z"));
        CHECK(row.target.empty());
        CHECK(due(history, Clock::resolution) == "none");
    };
    check();
    history.classify("2026-01-12T08:00:00Z", to_kind(Kind::complaint));
    check();
    history.put_in_force("2026-01-12T08:30:00Z", policy({sla("all", "6h", "8h")}));
    check();
    history.await("2026-01-12T09:00:00Z").hear("2026-01-12T10:00:00Z");
    check();
}

TEST_CASE("a given resolution time is not moved by waits") {
    Complaint said = claim();
    said.status = Status::open;
    said.given_resolution_due = GivenDue{utc("2026-01-20T12:00:00Z")};
    History history(usual());
    history.add(import(said, on("2026-01-12T07:00:00Z"))).await("2026-01-12T08:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-20T12:00:00Z");
    history.hear("2026-01-13T08:00:00Z").resolve("2026-01-20T12:00:01Z");
    CHECK(due(history, Clock::resolution) == "2026-01-20T12:00:00Z");
    CHECK(only(history, Clock::resolution).overrun == Seconds{1});
}

namespace {

// 2026-01-12 is a Monday; the office of usual() works from eight to four in Helsinki, 06:00 to 14:00 here.
Complaint standing_still(std::chrono::minutes left) {
    Complaint said = claim();
    said.status = Status::waiting;
    said.waiting_since = utc("2026-01-13T09:00:00Z");
    said.given_resolution_due = GivenDue{std::nullopt, left};
    return said;
}

} // namespace

TEST_CASE("a clock that came in standing still goes on with what was left of it") {
    History history(policy({sla("all", "2h", "5h")}));
    history.add(import(standing_still(std::chrono::minutes{90}), on("2026-01-14T07:00:00Z")));
    const Deadline still = only(history, Clock::resolution);
    CHECK_FALSE(still.due_at);
    CHECK(still.left == std::chrono::minutes{90});
    CHECK(still.target == "5h");
    history.hear("2026-01-14T10:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-14T11:30:00Z");
    // From here on it pauses as one of ours does.
    history.await("2026-01-14T11:00:00Z");
    CHECK(only(history, Clock::resolution).left == std::chrono::minutes{30});
    history.hear("2026-01-15T13:45:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-16T06:15:00Z");
}

TEST_CASE("what is left of a target in calendar days is calendar time") {
    History history(policy({sla("all", "2h", "7d")}));
    history.add(import(standing_still(std::chrono::minutes{90}), on("2026-01-14T07:00:00Z")));
    history.hear("2026-01-17T22:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-17T23:30:00Z");
}

TEST_CASE("another target than the one of which something was left counts from the receipt") {
    History history(policy({sla("all", "2h", "5h")}));
    history.add(import(standing_still(std::chrono::minutes{90}), on("2026-01-14T07:00:00Z")));
    history.put_in_force("2026-01-14T08:00:00Z", policy({sla("same", "1h", "5h")}));
    CHECK(only(history, Clock::resolution).left == std::chrono::minutes{90});
    history.put_in_force("2026-01-14T09:00:00Z", policy({sla("all", "2h", "24h")}));
    history.hear("2026-01-14T10:00:00Z");
    CHECK(due(history, Clock::resolution) != "2026-01-14T11:30:00Z");
}

TEST_CASE("what is left counts nothing where the policy has no such target") {
    History history(policy({sla("all", "2h", "")}));
    history.add(import(standing_still(std::chrono::minutes{90}), on("2026-01-14T07:00:00Z")));
    CHECK(due(history, Clock::resolution) == "none");
}

TEST_CASE("a file that is read again may know other due times") {
    Complaint said = claim();
    said.status = Status::open;
    said.given_response_due = GivenDue{utc("2026-01-12T11:30:00Z")};
    History history(usual());
    history.add(import(said, on("2026-01-12T07:00:00Z")));
    Complaint again = history.state();
    again.given_response_due = GivenDue{utc("2026-01-12T13:00:00Z")};
    Event event;
    event.kind = EventKind::imported;
    event.complaint = again.id;
    event.happened_at = event.recorded_at = utc("2026-01-12T08:00:00Z");
    event.changes = differences(history.state(), again);
    history.add(event);
    CHECK(due(history, Clock::response) == "2026-01-12T13:00:00Z");
}

TEST_CASE("a complaint that came in resolved without an answer has no response deadline") {
    Complaint said = claim();
    said.status = Status::closed;
    said.resolved_at = utc("2026-01-13T08:00:00Z");
    History silent(usual());
    silent.add(import(said, on("2026-02-01T00:00:00Z")));
    CHECK(due(silent, Clock::response) == "none");
    CHECK(only(silent, Clock::resolution).met_at == utc("2026-01-13T08:00:00Z"));

    said.responded_at = utc("2026-01-12T08:00:00Z");
    History answered(usual());
    answered.add(import(said, on("2026-02-01T00:00:00Z")));
    CHECK(only(answered, Clock::response).met_at == utc("2026-01-12T08:00:00Z"));

    said.responded_at.reset();
    said.given_response_due = GivenDue{utc("2026-01-12T11:00:00Z")};
    History given(usual());
    given.add(import(said, on("2026-02-01T00:00:00Z")));
    CHECK(due(given, Clock::response) == "2026-01-12T11:00:00Z");
}

TEST_CASE("what comes in as void is cancelled") {
    Complaint said = claim();
    said.status = Status::void_;
    History history(usual());
    history.add(import(said, on("2026-02-01T00:00:00Z")));
    for (const Deadline& row : history.deadlines())
        CHECK(row.cancelled_at == utc(k_received));
}

// Mon 06:00 received   08:00 resolved ... Tue 10:00 reopened      due Tue 14:00
//    |------2 h--------|     26 h away     |
TEST_CASE("reopening continues or excludes the closed time or starts again") {
    const auto reopened = [](Reopen reopen) {
        History history(usual(reopen));
        history.open(claim()).answer("2026-01-12T07:00:00Z").resolve("2026-01-12T08:00:00Z");
        history.reopen("2026-01-13T10:00:00Z");
        return history;
    };
    SUBCASE("continue: the same row is unmet again") {
        const Deadline row = only(reopened(Reopen::continue_), Clock::resolution);
        CHECK(row.due_at == utc("2026-01-13T14:00:00Z"));
        CHECK_FALSE(row.met_at);
        CHECK_FALSE(row.taken);
        CHECK(row.ordinal == 1);
    }
    SUBCASE("exclude: the closed working time of 6 h and 4 h is a pause") {
        History history = reopened(Reopen::exclude);
        CHECK(due(history, Clock::resolution) == "2026-01-15T08:00:00Z");
        CHECK_FALSE(only(history, Clock::resolution).met_at);
        history.resolve("2026-01-13T11:00:00Z");
        CHECK(only(history, Clock::resolution).taken == hours{3});
    }
    SUBCASE("restart: the old row stays judged and a new one starts") {
        History history = reopened(Reopen::restart);
        auto rows = history.deadlines(Clock::resolution);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].ordinal == 1);
        CHECK(rows[0].due_at == utc("2026-01-13T14:00:00Z"));
        CHECK(rows[0].met_at == utc("2026-01-12T08:00:00Z"));
        CHECK(rows[0].taken == hours{2});
        CHECK(rows[1].ordinal == 2);
        CHECK(rows[1].started_at == utc("2026-01-13T10:00:00Z"));
        CHECK(rows[1].due_at == utc("2026-01-15T10:00:00Z"));
        CHECK_FALSE(rows[1].met_at);

        history.resolve("2026-01-14T06:00:00Z").reopen("2026-01-14T07:00:00Z");
        rows = history.deadlines(Clock::resolution);
        REQUIRE(rows.size() == 3);
        CHECK(rows[1].met_at == utc("2026-01-14T06:00:00Z"));
        CHECK(rows[2].started_at == utc("2026-01-14T07:00:00Z"));
        CHECK(rows[2].due_at == utc("2026-01-16T07:00:00Z"));
    }
    SUBCASE("the response stays met in any case") {
        for (const Reopen reopen : {Reopen::continue_, Reopen::exclude, Reopen::restart})
            CHECK(only(reopened(reopen), Clock::response).met_at == utc("2026-01-12T07:00:00Z"));
    }
}

TEST_CASE("an extended resolution is due when the customer was told, until it starts again") {
    const Instant until = utc("2026-01-16T14:00:00Z");
    const auto extended = [&](Reopen reopen) {
        History history(usual(reopen));
        history.open(claim());
        const complaint::Extendable given{"", utc("2026-01-13T14:00:00Z"), until};
        history.add(complaint::extend(history.state(), {}, given, {until, "a part is late", "phone", ""},
                                      on("2026-01-12T07:00:00Z")));
        return history;
    };
    for (const Reopen reopen : {Reopen::continue_, Reopen::restart}) {
        History history = extended(reopen);
        CHECK(only(history, Clock::response).met_at == utc("2026-01-12T07:00:00Z"));
        CHECK(only(history, Clock::resolution).due_at == until);
        history.put_in_force("2026-01-12T08:00:00Z", usual(reopen));
        CHECK(only(history, Clock::resolution).due_at == until);
        history.resolve("2026-01-14T08:00:00Z");
        CHECK_FALSE(only(history, Clock::resolution).overrun);
        history.reopen("2026-01-15T10:00:00Z");
        const auto rows = history.deadlines(Clock::resolution);
        CHECK(rows.front().due_at == until);
        if (reopen == Reopen::restart) {
            REQUIRE(rows.size() == 2);
            CHECK(rows[1].due_at == utc("2026-01-19T10:00:00Z"));
        } else {
            CHECK(rows.size() == 1);
        }
    }
}

TEST_CASE("a late resolution that is reopened stays late or becomes overdue") {
    History kept(usual(Reopen::restart));
    kept.open(claim()).resolve("2026-01-14T08:00:00Z").reopen("2026-01-14T09:00:00Z");
    const auto rows = kept.deadlines(Clock::resolution);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].overrun == hours{2});
    CHECK(rows[1].due_at == utc("2026-01-16T09:00:00Z"));

    // The closed time begins after the deadline, so it moves nothing.
    History excluded(usual(Reopen::exclude));
    excluded.open(claim()).resolve("2026-01-14T08:00:00Z").reopen("2026-01-14T09:00:00Z");
    CHECK(due(excluded, Clock::resolution) == "2026-01-13T14:00:00Z");
    CHECK_FALSE(only(excluded, Clock::resolution).met_at);
}

TEST_CASE("a restarted clock follows a new classification from its own start") {
    History history(usual(Reopen::restart));
    history.open(claim()).resolve("2026-01-12T08:00:00Z").reopen("2026-01-13T10:00:00Z");
    history.classify("2026-01-13T11:00:00Z", to_kind(Kind::complaint));
    const auto rows = history.deadlines(Clock::resolution);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].due_at == utc("2026-01-13T14:00:00Z"));
    CHECK(rows[0].sla == "claim");
    CHECK(rows[1].started_at == utc("2026-01-13T10:00:00Z"));
    CHECK(rows[1].due_at == utc("2026-01-27T14:00:00Z"));
    CHECK(rows[1].sla == "complaint");
}

TEST_CASE("a wait after reopening moves the resolution like any other") {
    History history(usual());
    history.open(claim()).resolve("2026-01-12T08:00:00Z").reopen("2026-01-12T09:00:00Z");
    history.await("2026-01-12T10:00:00Z").hear("2026-01-12T12:00:00Z");
    CHECK(due(history, Clock::resolution) == "2026-01-14T08:00:00Z");
}

TEST_CASE("a service level has its own calendar and share of warning") {
    Policy p = policy({sla("round the clock", "4h", "1d")});
    p.calendars.emplace_back(time::tests::always_rules());
    p.slas.front().calendar = 1;
    p.slas.front().warn_at = 0.5;
    History history(p);
    history.open(claim("2026-01-12T20:00:00Z"));
    const Deadline response = only(history, Clock::response);
    CHECK(response.calendar == "always");
    CHECK(response.due_at == utc("2026-01-13T00:00:00Z"));
    CHECK(response.warn_at == utc("2026-01-12T22:00:00Z"));
    CHECK(due(history, Clock::resolution) == "2026-01-13T20:00:00Z");
    CHECK(only(history, Clock::resolution).warn_at == utc("2026-01-13T08:00:00Z"));
}

TEST_CASE("rows are ordered by clock and ordinal") {
    History history(usual(Reopen::restart));
    history.open(claim()).answer("2026-01-12T07:00:00Z").resolve("2026-01-12T08:00:00Z");
    history.reopen("2026-01-12T09:00:00Z");
    const auto rows = history.deadlines();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].clock == Clock::response);
    CHECK(rows[1].ordinal == 1);
    CHECK(rows[2].ordinal == 2);
}

TEST_CASE("reopenings are read from the log in their order") {
    History history(policy({}));
    history.open(draft())
        .resolve("2026-01-13T08:00:00Z")
        .reopen("2026-01-14T08:00:00Z")
        .answer("2026-01-14T09:00:00Z")
        .resolve("2026-01-15T08:00:00Z")
        .reopen("2026-01-15T09:00:00Z");
    CHECK(reopenings(history.events())
          == std::vector<Reopening>{{utc("2026-01-13T08:00:00Z"), utc("2026-01-14T08:00:00Z")},
                                    {utc("2026-01-15T08:00:00Z"), utc("2026-01-15T09:00:00Z")}});
    CHECK(history.state().reopened_count == 2);
    CHECK(reopenings({}).empty());
}

} // namespace reklamaatio::rulebook::tests
