// SPDX-License-Identifier: GPL-3.0-or-later
// Putting facts right.
#include "complaint/repair.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

Complaint edited(const Complaint& complaint, const Correction& to) {
    return after(complaint, edit(complaint, to, "", on("2026-01-20T08:00:00Z")));
}

std::string refusal(const Complaint& complaint, const Correction& to) {
    return message_of<Refusal>([&] { edited(complaint, to); });
}

Correction received(std::string_view at) {
    Correction to;
    to.values.set("received_at", utc(at).time_since_epoch().count());
    return to;
}

} // namespace

TEST_CASE("what is not mentioned stays; nothing within takes a value away") {
    Complaint resolved = in_status(Status::resolved);
    resolved.outcome = Outcome::upheld;
    resolved.csat = 2;
    resolved.amount = 4990;
    resolved.wish = "a new one";
    CHECK(edited(resolved, {}) == resolved);
    Correction to;
    to.values.set("outcome", {});
    to.values.set("csat", 4);
    to.values.set("amount_cents", {});
    to.values.set("wish", "");
    Complaint expected = resolved;
    expected.outcome.reset();
    expected.csat = 4;
    expected.amount.reset();
    expected.wish.clear();
    CHECK(edited(resolved, to) == expected);
}

TEST_CASE("a complaint is received before anything happened to it") {
    Complaint open = in_status(Status::open); // at noon, received at eight
    open.logged_at = utc("2026-01-19T06:00:00Z");
    CHECK(edited(open, received("2026-01-12T10:00:00Z")).received_at == utc("2026-01-12T10:00:00Z"));
    CHECK(refusal(open, received("2026-01-12T10:00:01Z"))
          == "received_after_status: complaint R-7; received 2026-01-12 10:00; status open; at 2026-01-12 "
             "10:00");
    CHECK(refusal(open, received("2026-01-20T08:00:01Z"))
          == "received_in_the_future: complaint R-7; received 2026-01-20 08:00; now 2026-01-20 08:00");
    open.responded_at = utc("2026-01-12T09:00:00Z");
    CHECK(refusal(open, received("2026-01-12T09:30:00Z"))
          == "received_after_answer: complaint R-7; received 2026-01-12 09:30; at 2026-01-12 09:00");
    // Of one that nothing has happened to, the status is as old as itself.
    Complaint idle = in_status(Status::new_);
    idle.logged_at = open.logged_at;
    const Complaint fresh = edited(idle, received("2026-01-13T06:00:00Z"));
    CHECK(fresh.status_at == fresh.received_at);
    CHECK(refusal(idle, received("2026-01-19T06:00:01Z"))
          == "received_after_entry: complaint R-7; received 2026-01-19 06:00; at 2026-01-19 06:00");
    Correction to = received("2026-01-14T06:00:00Z");
    to.first_act = utc("2026-01-13T06:00:00Z");
    CHECK(refusal(idle, to)
          == "received_after_act: complaint R-7; received 2026-01-14 06:00; at 2026-01-13 06:00");
}

TEST_CASE("only what is corrected is judged") {
    Complaint reopened = in_status(Status::open);
    reopened.csat = 5; // asked before it was opened again
    Correction to;
    to.values.set("subject", "The stove");
    CHECK(edited(reopened, to).subject == "The stove");
    Correction rated;
    rated.values.set("csat", 3);
    CHECK(refusal(reopened, rated) == "not_resolved_no_answers: complaint R-7");
    Complaint bare = in_status(Status::open);
    bare.subject.clear(); // from a file
    to = {};
    to.values.set("category", "damage");
    CHECK(edited(bare, to).category == "damage");
}

TEST_CASE("only complaints and claims have an outcome") {
    Complaint resolved = in_status(Status::resolved);
    resolved.outcome = Outcome::upheld;
    Correction to;
    to.values.set("kind", "praise");
    CHECK(refusal(resolved, to) == "outcome_against_edited_kind: complaint R-7; kind praise");
    to.values.set("outcome", {});
    CHECK(edited(resolved, to).kind == Kind::praise);
}

} // namespace reklamaatio::complaint::tests
