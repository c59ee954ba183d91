// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/handling.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

std::vector<std::string_view> changed_fields(const Event& event) {
    std::vector<std::string_view> names;
    for (const auto& change : event.changes)
        names.push_back(change.field);
    return names;
}

using Names = std::vector<std::string_view>;
using std::chrono::hours;

} // namespace

TEST_CASE("who gets a complaint has it from then on until somebody else gets it") {
    Complaint made = draft();
    made.assignee = "maria";
    Complaint c = after({}, open(made, false, on(k_received, "2026-01-12T09:00:00Z")));
    CHECK(c.assigned_at == utc("2026-01-12T09:00:00Z"));
    c = after(c, assign(c, {"returns", "maria"}, on("2026-01-12T10:00:00Z")));
    CHECK(c.assigned_at == utc("2026-01-12T09:00:00Z"));
    c = after(c, assign(c, {"returns", "pekka"}, on("2026-01-12T11:00:00Z", "2026-01-12T12:00:00Z")));
    CHECK(c.assigned_at == utc("2026-01-12T11:00:00Z"));
    c = after(c, assign(c, {"returns", ""}, on("2026-01-12T13:00:00Z")));
    CHECK_FALSE(c.assigned_at);
}

TEST_CASE("a complaint that is opened is new until somebody has it or answers it") {
    const auto opened = [](const Complaint& facts, bool answered) {
        return after({}, open(facts, answered, on("2026-01-12T07:00:00Z")));
    };
    const Complaint plain = opened(draft(), false);
    CHECK(plain.status == Status::new_);
    CHECK(plain.received_at == utc(k_received));
    CHECK(plain.logged_at == utc("2026-01-12T07:00:00Z"));
    CHECK(plain.status_at == utc(k_received));
    CHECK_FALSE(plain.responded_at);

    const Complaint answered = opened(draft(), true);
    CHECK(answered.status == Status::open);
    CHECK(answered.responded_at == utc("2026-01-12T07:00:00Z"));

    const Complaint earlier =
        after({}, open(draft(), true, on("2026-01-12T06:40:00Z", "2026-01-12T07:00:00Z")));
    CHECK(earlier.responded_at == utc("2026-01-12T06:40:00Z"));
    CHECK(earlier.logged_at == utc("2026-01-12T07:00:00Z"));

    Complaint assigned = draft();
    assigned.assignee = "maria";
    CHECK(opened(assigned, false).status == Status::open);
    CHECK_FALSE(opened(assigned, false).responded_at);
    assigned = draft();
    assigned.team = "returns";
    CHECK(opened(assigned, false).status == Status::open);
}

TEST_CASE("the event of opening says who and when and everything that is not as by default") {
    const Event event = open(draft(), false, on("2026-01-12T07:00:00Z"));
    CHECK(event.kind == EventKind::opened);
    CHECK(event.complaint == Id{7});
    CHECK(event.happened_at == utc(k_received));
    CHECK(event.recorded_at == utc("2026-01-12T07:00:00Z"));
    CHECK(changed_fields(event)
          == Names{"uid", "channel", "subject", "received_at", "logged_at", "status_at"});
    CHECK_FALSE(event.message);
}

TEST_CASE("opening needs words and a time that has come") {
    Complaint silent = draft();
    silent.subject.clear();
    CHECK(message_of<Refusal>([&] { open(silent, false, on(k_received)); }) == "complaint_without_words");
    silent.text = "It does not heat.";
    CHECK_NOTHROW(open(silent, false, on(k_received)));
    CHECK(message_of<Refusal>([] { open(draft("2026-01-12T06:00:01Z"), false, on(k_received)); })
          == "received_in_the_future: received 2026-01-12 06:00; now 2026-01-12 06:00");
    CHECK_NOTHROW(open(draft(k_received), false, on(k_received)));
}

TEST_CASE("classifying changes what is said and leaves the rest") {
    Complaint before = in_status(Status::open);
    before.category = "delay";
    before.product = "stove";
    before.tags = {"a", "b"};
    Classification to;
    to.values.set("kind", "claim");
    to.values.set("category", "damage");
    to.values.set("product", "");
    to.tag = {"c"};
    to.untag = {"a"};
    const Event event = classify(before, to, on("2026-01-13T06:00:00Z"));
    CHECK(event.kind == EventKind::classified);
    CHECK(changed_fields(event) == Names{"kind", "category", "product", "tags"});
    const Complaint now = after(before, event);
    CHECK(now.kind == Kind::claim);
    CHECK(now.category == "damage");
    CHECK(now.product.empty());
    CHECK(now.tags == std::vector<std::string>{"b", "c"});
    CHECK(now.status == Status::open);
    CHECK(now.status_at == before.status_at);
    CHECK(classify(before, {}, on("2026-01-13T06:00:00Z")).changes.empty());
}

TEST_CASE("an assignment opens what is new and nobody keeps it as it was") {
    const Complaint fresh = in_status(Status::new_);
    const Complaint to_maria = after(fresh, assign(fresh, {"", "maria"}, on("2026-01-12T07:00:00Z")));
    CHECK(to_maria.status == Status::open);
    CHECK(to_maria.status_at == utc("2026-01-12T07:00:00Z"));
    CHECK(to_maria.assignee == "maria");
    CHECK_FALSE(to_maria.responded_at); // an assignment is no answer

    const Complaint to_team = after(to_maria, assign(to_maria, {"returns", ""}, on("2026-01-12T08:00:00Z")));
    CHECK(to_team.team == "returns");
    CHECK(to_team.assignee.empty());
    CHECK(to_team.status_at == utc("2026-01-12T07:00:00Z"));

    const Complaint to_nobody = after(to_team, assign(to_team, {}, on("2026-01-12T09:00:00Z")));
    CHECK(to_nobody.team.empty());
    CHECK(to_nobody.status == Status::open);
    CHECK(after(fresh, assign(fresh, {}, on("2026-01-12T07:00:00Z"))).status == Status::new_);
}

TEST_CASE("the first message of a human to the customer is the answer") {
    const Complaint fresh = in_status(Status::new_);
    const Event event = contact(fresh, outbound("We look into it."), on("2026-01-12T07:00:00Z"));
    CHECK(event.kind == EventKind::contacted);
    CHECK(event.message == Message{Direction::out, "email", false, "We look into it."});
    const Complaint answered = after(fresh, event);
    CHECK(answered.status == Status::open);
    CHECK(answered.responded_at == utc("2026-01-12T07:00:00Z"));

    const Event second = contact(answered, outbound(), on("2026-01-12T08:00:00Z"));
    CHECK(second.changes.empty());
    CHECK(second.message);
}

// recorded    10:00   11:00   12:00
// happened            09:00 (told afterwards, by phone)
//             |-------|
//             responded_at moves back to 09:00
TEST_CASE("an earlier answer that is logged later counts from when it happened") {
    const Complaint fresh = in_status(Status::new_);
    const Complaint answered = after(fresh, contact(fresh, outbound(), on("2026-01-12T10:00:00Z")));
    const Complaint earlier =
        after(answered, contact(answered, outbound(), on("2026-01-12T09:00:00Z", "2026-01-12T11:00:00Z")));
    CHECK(earlier.responded_at == utc("2026-01-12T09:00:00Z"));
    const Complaint later =
        after(earlier, contact(earlier, outbound(), on("2026-01-12T09:30:00Z", "2026-01-12T12:00:00Z")));
    CHECK(later.responded_at == utc("2026-01-12T09:00:00Z"));
}

TEST_CASE("receipts and notes and what the customer says answer nothing") {
    const Complaint fresh = in_status(Status::new_);
    const Occasion then = on("2026-01-12T07:00:00Z");
    for (const Event& event : {contact(fresh, receipt(), then), contact(fresh, inbound(), then),
                               note(fresh, "called the carrier", then)}) {
        const Complaint now = after(fresh, event);
        CHECK_FALSE(now.responded_at);
        CHECK(now.status == Status::new_);
        CHECK(event.message);
    }
    CHECK(contact(fresh, receipt(), then).message->automatic);
    CHECK(note(fresh, "x", then).message == Message{Direction::note, "", false, "x"});
    CHECK_FALSE(note(fresh, "", then).message);
}

TEST_CASE("a message has its own channel or that of the complaint") {
    const Complaint open = in_status(Status::open);
    Contact by_phone = outbound();
    by_phone.channel = "phone";
    CHECK(contact(open, by_phone, on("2026-01-12T11:00:00Z")).message->channel == "phone");
    CHECK(contact(open, outbound(), on("2026-01-12T11:00:00Z")).message->channel == "email");
    // The complaint stays what it was received by.
    CHECK(after(open, contact(open, by_phone, on("2026-01-12T11:00:00Z"))).channel == "email");
}

// 07:00 await ----- 10:00 hear,  12:00 await ---- 13:30 --no-await
//       |--- 3 h ---|                  |-- 1.5 h -|
TEST_CASE("waits add up and end with the customer's answer or by decision or by resolving") {
    Complaint c = in_status(Status::new_);
    c = after(c, contact(c, awaiting("a photo"), on("2026-01-12T07:00:00Z")));
    CHECK(c.status == Status::waiting);
    CHECK(c.waiting_since == utc("2026-01-12T07:00:00Z"));
    CHECK(c.waiting_reason == "a photo");
    CHECK(c.responded_at == utc("2026-01-12T07:00:00Z"));
    CHECK(c.waited == Seconds{0});

    c = after(c, contact(c, awaiting("a photo and the bill"), on("2026-01-12T08:00:00Z")));
    CHECK(c.waiting_since == utc("2026-01-12T07:00:00Z")); // asking once more changes the reason only
    CHECK(c.waiting_reason == "a photo and the bill");

    c = after(c, contact(c, inbound(), on("2026-01-12T10:00:00Z")));
    CHECK(c.status == Status::open);
    CHECK_FALSE(c.waiting_since);
    CHECK(c.waiting_reason.empty());
    CHECK(c.waited == hours{3});

    c = after(c, contact(c, awaiting("the bill"), on("2026-01-12T12:00:00Z")));
    const Event ending = contact(c, no_longer_awaiting(), on("2026-01-12T13:30:00Z"));
    CHECK_FALSE(ending.message); // nothing was said
    c = after(c, ending);
    CHECK(c.status == Status::open);
    CHECK(c.waited == hours{3} + std::chrono::minutes{90});

    c = after(c, contact(c, awaiting("an address"), on("2026-01-13T06:00:00Z")));
    c = after(c, resolve(c, {}, on("2026-01-13T08:00:00Z")));
    CHECK(c.status == Status::closed);
    CHECK_FALSE(c.waiting_since);
    CHECK(c.waited == hours{6} + std::chrono::minutes{30});
}

TEST_CASE("by when an answer is expected goes with the wait and the newest asking says it") {
    Complaint c = in_status(Status::open);
    Contact asked = awaiting("a photo");
    asked.until = utc("2026-01-16T12:00:00Z");
    c = after(c, contact(c, asked, on("2026-01-12T11:00:00Z")));
    CHECK(c.waiting_until == utc("2026-01-16T12:00:00Z"));
    // The same words again, without a time: the event tells of it although nothing else changes.
    const Event again = contact(c, awaiting("a photo"), on("2026-01-13T11:00:00Z"));
    CHECK(asked_by(again) == "a photo");
    CHECK_FALSE(after(c, again).waiting_until);
    CHECK_FALSE(after(c, contact(c, inbound(), on("2026-01-13T11:00:00Z"))).waiting_until);
    CHECK(asked_by(contact(c, outbound(), on("2026-01-13T11:00:00Z"))).empty());
    CHECK(message_of<Refusal>([&] { contact(c, asked, on("2026-01-16T12:00:00Z")); })
          == "answer_awaited_in_the_past: complaint R-7; until 2026-01-16 12:00");
}

TEST_CASE("what a machine of the customer's sends changes nothing") {
    Contact away = inbound("I am on holiday.");
    away.automatic = true;
    for (const auto status :
         {Status::new_, Status::open, Status::waiting, Status::resolved, Status::closed}) {
        const Complaint before = in_status(status);
        const Event event = contact(before, away, on("2026-01-15T08:00:00Z"));
        CHECK(event.changes.empty());
        CHECK(event.message->direction == Direction::in);
        CHECK(event.message->automatic);
    }
}

TEST_CASE("what needs no answer is a message of the customer's or a note on what was said") {
    Contact thanks = inbound("Thanks, bye.");
    thanks.needs_no_answer = true;
    const Complaint waiting = in_status(Status::waiting);
    const Event said = contact(waiting, thanks, on("2026-01-12T12:00:00Z"));
    CHECK(said.message->needs_no_answer);
    CHECK(after(waiting, said).status == Status::open); // it is the customer's word all the same
    Complaint open = in_status(Status::open);
    CHECK(message_of<Refusal>([&] { contact(open, asks_nothing(), on("2026-01-12T12:00:00Z")); })
          == "first_answer_owed: complaint R-7");
    open = after(open, contact(open, outbound(), on("2026-01-12T11:00:00Z")));
    const Event noted = contact(open, asks_nothing(), on("2026-01-12T12:00:00Z"));
    CHECK(noted.kind == EventKind::noted);
    CHECK(noted.changes.empty());
    CHECK(noted.message == Message{Direction::note, "", false, "", true});
}

TEST_CASE("voiding ends a wait as well") {
    const Complaint waiting = in_status(Status::waiting);
    const Complaint voided = after(waiting, void_entry(waiting, "twice", on("2026-01-12T12:00:00Z")));
    CHECK(voided.status == Status::void_);
    CHECK(voided.voided_at == utc("2026-01-12T12:00:00Z"));
    CHECK_FALSE(voided.waiting_since);
    CHECK(voided.waited == hours{2});
}

TEST_CASE("ending a wait and saying so is one act") {
    const Complaint waiting = in_status(Status::waiting);
    Contact ending = no_longer_awaiting();
    ending.text = "We go on without it.";
    const Event event = contact(waiting, ending, on("2026-01-12T12:00:00Z"));
    CHECK(event.message == Message{Direction::out, "email", false, "We go on without it."});
    const Complaint now = after(waiting, event);
    CHECK(now.status == Status::open);
    CHECK(now.responded_at == utc("2026-01-12T12:00:00Z"));
    CHECK(now.waited == hours{2});
    CHECK_FALSE(
        after(waiting, contact(waiting, no_longer_awaiting(), on("2026-01-12T12:00:00Z"))).responded_at);
}

TEST_CASE("messages and receipts and classifying leave a wait alone") {
    const Complaint waiting = in_status(Status::waiting);
    const Occasion then = on("2026-01-12T12:00:00Z");
    for (const Event& event :
         {contact(waiting, outbound(), then), contact(waiting, receipt(), then), classify(waiting, {}, then),
          assign(waiting, {"", "maria"}, then), note(waiting, "x", then)}) {
        const Complaint now = after(waiting, event);
        CHECK(now.status == Status::waiting);
        CHECK(now.waiting_since == waiting.waiting_since);
        CHECK(now.waited == Seconds{0});
    }
}

TEST_CASE("resolving closes at once and keeps what was decided") {
    const Complaint open = in_status(Status::open);
    Resolution decided;
    decided.outcome = Outcome::partly;
    decided.settled = Settled::yes;
    decided.remedy = "refund";
    decided.amount = 4990;
    decided.currency = "EUR";
    decided.cause = "carrier";
    decided.text = "half the price back";
    const Event event = resolve(open, decided, on("2026-01-13T08:00:00Z"));
    CHECK(event.kind == EventKind::resolved);
    CHECK(event.message == Message{Direction::note, "", false, "half the price back"});
    const Complaint closed = after(open, event);
    CHECK(closed.status == Status::closed);
    CHECK(closed.status_at == utc("2026-01-13T08:00:00Z"));
    CHECK(closed.resolved_at == utc("2026-01-13T08:00:00Z"));
    CHECK(closed.closed_at == utc("2026-01-13T08:00:00Z"));
    CHECK(closed.outcome == Outcome::partly);
    CHECK(closed.settled == Settled::yes);
    CHECK(closed.remedy == "refund");
    CHECK(closed.amount == 4990);
    CHECK(closed.currency == "EUR");
    CHECK(closed.cause == "carrier");
    CHECK_FALSE(closed.responded_at); // a note tells the customer nothing

    const Complaint bare = after(open, resolve(open, {}, on("2026-01-13T08:00:00Z")));
    CHECK_FALSE(bare.outcome);
    CHECK(bare.settled == Settled::unknown);
    CHECK_FALSE(resolve(open, {}, on("2026-01-13T08:00:00Z")).message);
}

TEST_CASE("a resolution that is sent to the customer is an answer") {
    const Complaint open = in_status(Status::open);
    Resolution sent;
    sent.text = "You get a new one.";
    sent.channel = "letter";
    const Event event = resolve(open, sent, on("2026-01-13T08:00:00Z"));
    CHECK(event.message == Message{Direction::out, "letter", false, "You get a new one."});
    CHECK(after(open, event).responded_at == utc("2026-01-13T08:00:00Z"));
}

TEST_CASE("only complaints and claims have an outcome") {
    Resolution upheld;
    upheld.outcome = Outcome::upheld;
    for (const Kind kind : {Kind::praise, Kind::remark}) {
        Complaint c = in_status(Status::open);
        c.kind = kind;
        CHECK(message_of<Refusal>([&] { resolve(c, upheld, on("2026-01-13T08:00:00Z")); })
              == "kind_without_outcome: complaint R-7; kind " + std::string(word(kind)));
        CHECK_NOTHROW(resolve(c, {}, on("2026-01-13T08:00:00Z")));
    }
    for (const Kind kind : {Kind::complaint, Kind::claim}) {
        Complaint c = in_status(Status::open);
        c.kind = kind;
        CHECK_NOTHROW(resolve(c, upheld, on("2026-01-13T08:00:00Z")));
    }
}

TEST_CASE("reopening takes the decision back and what it granted") {
    Complaint closed = in_status(Status::closed);
    closed.outcome = Outcome::rejected;
    closed.settled = Settled::no;
    closed.remedy = "credit";
    closed.amount = 500;
    closed.reopened_count = 1;
    const Event event = reopen(closed, "not fixed after all", on("2026-01-14T08:00:00Z"));
    CHECK(event.kind == EventKind::reopened);
    CHECK(event.message == Message{Direction::note, "", false, "not fixed after all"});
    const Complaint open = after(closed, event);
    CHECK(open.status == Status::open);
    CHECK(open.status_at == utc("2026-01-14T08:00:00Z"));
    CHECK_FALSE(open.resolved_at);
    CHECK_FALSE(open.closed_at);
    CHECK_FALSE(open.outcome);
    CHECK_FALSE(open.settled);
    CHECK(open.remedy.empty());
    CHECK_FALSE(open.amount);
    CHECK(open.reopened_count == 2);
}

TEST_CASE("reopening keeps the first end and no later one") {
    Complaint c = in_status(Status::closed);
    c.outcome = Outcome::rejected;
    const auto first = c.resolved_at;
    c = after(c, reopen(c, "", on("2026-01-14T08:00:00Z")));
    CHECK(c.first_outcome == Outcome::rejected);
    CHECK(c.first_resolved_at == first);
    Resolution upheld;
    upheld.outcome = Outcome::upheld;
    c = after(c, resolve(c, upheld, on("2026-01-15T08:00:00Z")));
    c = after(c, reopen(c, "", on("2026-01-16T08:00:00Z")));
    CHECK(c.first_outcome == Outcome::rejected);
    CHECK(c.first_resolved_at == first);
}

TEST_CASE("nothing happens to a complaint before it was received") {
    const Complaint open = in_status(Status::open);
    const Occasion before = on("2026-01-12T05:59:59Z", "2026-01-12T12:00:00Z");
    const std::string expected = "before_receipt: complaint R-7; at 2026-01-12 06:00";
    CHECK(message_of<Refusal>([&] { classify(open, {}, before); }) == expected);
    CHECK(message_of<Refusal>([&] { assign(open, {"", "x"}, before); }) == expected);
    CHECK(message_of<Refusal>([&] { contact(open, outbound(), before); }) == expected);
    CHECK(message_of<Refusal>([&] { contact(open, inbound(), before); }) == expected);
    CHECK(message_of<Refusal>([&] { note(open, "x", before); }) == expected);
    CHECK(message_of<Refusal>([&] { resolve(open, {}, before); }) == expected);
    CHECK(message_of<Refusal>([&] { void_entry(open, "", before); }) == expected);
    CHECK(message_of<Refusal>([&] { reopen(in_status(Status::closed), "", before); }) == expected);
}

TEST_CASE("a change of status is not dated before the last one but other things may be") {
    const Complaint open = in_status(Status::open); // since 10:00
    const Occasion early = on("2026-01-12T09:59:59Z", "2026-01-12T12:00:00Z");
    const std::string expected = "before_status: complaint R-7; status open; at 2026-01-12 10:00";
    CHECK(message_of<Refusal>([&] { resolve(open, {}, early); }) == expected);
    CHECK(message_of<Refusal>([&] { contact(open, awaiting("x"), early); }) == expected);
    CHECK(message_of<Refusal>([&] { void_entry(open, "", early); }) == expected);
    CHECK_NOTHROW(contact(open, outbound(), early));
    CHECK_NOTHROW(contact(open, inbound(), early));
    CHECK_NOTHROW(classify(open, {}, early));
    CHECK_NOTHROW(assign(open, {"", "x"}, early));
    CHECK_NOTHROW(note(open, "x", early));
    CHECK_NOTHROW(resolve(open, {}, on("2026-01-12T10:00:00Z", "2026-01-12T12:00:00Z")));

    CHECK(message_of<Refusal>([&] { reopen(in_status(Status::closed), "", early); })
          == "before_status: complaint R-7; status closed; at 2026-01-12 10:00");
    CHECK(message_of<Refusal>([&] { contact(in_status(Status::waiting), no_longer_awaiting(), early); })
          == "before_status: complaint R-7; status waiting; at 2026-01-12 10:00");
}

TEST_CASE("times in refusals are told in the zone of the occasion") {
    Occasion early = on("2026-01-12T09:00:00Z", "2026-01-12T12:00:00Z");
    early.zone = time::tests::zone("Europe/Helsinki");
    CHECK(message_of<Refusal>([&] { resolve(in_status(Status::open), {}, early); })
          == "before_status: complaint R-7; status open; at 2026-01-12 12:00");
}

TEST_CASE("the status is looked at before the time is") {
    const Occasion before = on("2026-01-01T00:00:00Z", "2026-01-12T12:00:00Z");
    CHECK(message_of<Refusal>([&] { resolve(in_status(Status::closed), {}, before); })
          == "no_act_after_the_end: complaint R-7; status closed; act resolve");
}

TEST_CASE("a void complaint takes notes and nothing else") {
    const Complaint voided = in_status(Status::void_);
    const Occasion then = on("2026-01-13T08:00:00Z");
    CHECK_NOTHROW(note(voided, "see R-8", then));
    CHECK_THROWS_AS(classify(voided, {}, then), Refusal);
    CHECK_THROWS_AS(assign(voided, {"", "x"}, then), Refusal);
    CHECK_THROWS_AS(contact(voided, inbound(), then), Refusal);
    CHECK_THROWS_AS(resolve(voided, {}, then), Refusal);
    CHECK_THROWS_AS(reopen(voided, "", then), Refusal);
    CHECK_THROWS_AS(void_entry(voided, "", then), Refusal);
}

TEST_CASE("an act that was refused has changed nothing of the complaint") {
    const Complaint before = in_status(Status::waiting);
    const Complaint same = before;
    CHECK_THROWS_AS(reopen(before, "", on("2026-01-13T08:00:00Z")), Refusal);
    CHECK(before == same);
}

TEST_CASE("a note beside another event is its message") {
    const Complaint open = in_status(Status::open);
    const Event event = classify(open, {}, on("2026-01-13T08:00:00Z"));
    CHECK_FALSE(with_note(event, "").message);
    CHECK(with_note(event, "because").message == Message{Direction::note, "", false, "because"});
}

TEST_CASE("what the customer wrote before we asked is logged late and the wait goes on") {
    Complaint c = in_status(Status::open);
    c = after(c, contact(c, awaiting("a photo"), on("2026-01-13T10:00:00Z")));
    const Event late = contact(c, inbound("Any news?"), on("2026-01-13T09:30:00Z", "2026-01-13T11:00:00Z"));
    REQUIRE(late.message);
    CHECK(late.happened_at == utc("2026-01-13T09:30:00Z"));
    CHECK(late.changes.empty());
    CHECK(after(c, late).waiting_reason == "a photo");
    const auto before_receipt = on("2026-01-01T09:30:00Z", "2026-01-13T11:00:00Z");
    CHECK(message_of<Refusal>([&] { contact(c, inbound(), before_receipt); }).starts_with("before_receipt:"));
    c = after(c, contact(c, inbound(), on("2026-01-13T10:00:00Z", "2026-01-13T11:00:00Z")));
    CHECK(c.status == Status::open);
}

} // namespace reklamaatio::complaint::tests
