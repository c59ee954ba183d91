// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a decision that the customer does not take.
#include "complaint/appeal.hpp"

#include "complaint/builders.hpp"
#include "complaint/merge.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-13T12:00:00Z";
constexpr std::string_view k_later = "2026-01-14T12:00:00Z";

Occasion by_maria(std::string_view happened, std::string_view now) {
    Occasion made = on(happened, now);
    made.actor = "maria";
    return made;
}

Procedure with(std::vector<Appeal> appeals) {
    Procedure made;
    made.appeals = std::move(appeals);
    return made;
}

Appeal made(std::int64_t number, std::string body, std::string ref) {
    Appeal appeal;
    appeal.number = number;
    appeal.body = std::move(body);
    appeal.ref = std::move(ref);
    appeal.made_at = utc(k_then);
    appeal.made_by = "maria";
    return appeal;
}

Complaint decided(Status status = Status::closed) {
    Complaint complaint = in_status(status);
    complaint.outcome = Outcome::rejected;
    complaint.settled = Settled::no;
    complaint.assignee = "maria";
    return complaint;
}

NewAppeal second_look(std::string by) {
    NewAppeal look;
    look.body = k_review;
    look.decider = "maria";
    look.reviewer = {"returns", std::move(by)};
    return look;
}

std::string refused(const Complaint& complaint, const Procedure& parts, const NewAppeal& wanted) {
    return message_of<Refusal>([&] { appeal(complaint, parts, wanted, "", by_maria(k_later, k_later)); });
}

std::string refused(const Complaint& complaint, const Procedure& parts, const AppealNews& news) {
    return message_of<Refusal>(
        [&] { follow_appeal(complaint, parts, news, "", by_maria(k_later, k_later)); });
}

AppealNews decides(Decision decision, std::optional<std::int64_t> number = {}) {
    AppealNews news;
    news.turn = AppealTurn::decided;
    news.decision = decision;
    news.number = number;
    return news;
}

} // namespace

TEST_CASE("an appeal opens what was decided at its next stage and keeps the first end") {
    for (const auto status : {Status::resolved, Status::closed}) {
        const auto before = decided(status);
        Procedure parts;
        const auto event = appeal(before, parts, {"kkv", "D/1"}, "by letter", by_maria(k_then, k_later));
        apply(parts, event);
        const auto is = after(before, event);
        CHECK(is.status == Status::open);
        CHECK(is.stage == 2);
        CHECK(is.reopened_count == 0);
        CHECK(is.first_outcome == Outcome::rejected);
        CHECK(is.first_resolved_at == before.resolved_at);
        CHECK_FALSE(is.outcome);
        CHECK_FALSE(is.resolved_at);
        CHECK(is.assignee == "maria");
        auto expected = made(1, "kkv", "D/1");
        expected.against = Outcome::rejected;
        CHECK(parts == with({expected}));
        CHECK(opens_again(event));
        CHECK(event.message->direction == Direction::note);
        apply(parts, inverse(event));
        CHECK(parts == Procedure{});
        CHECK(after(is, inverse(event)) == before);
    }
}

TEST_CASE("a later stage leaves what was decided first of all") {
    auto complaint = decided();
    complaint.stage = 2;
    complaint.first_outcome = Outcome::partly;
    const auto is = after(complaint, appeal(complaint, {}, {"kril"}, "", by_maria(k_then, k_then)));
    CHECK(is.stage == 3);
    CHECK(is.first_outcome == Outcome::partly);
}

TEST_CASE("what is not decided cannot be appealed but an appeal can join another") {
    for (const auto status : {Status::new_, Status::open, Status::waiting})
        CHECK(
            refused(in_status(status), {}, {"kkv"}).starts_with("nothing_to_appeal: complaint R-7; status "));
    auto complaint = in_status(Status::open);
    complaint.stage = 2;
    Procedure parts = with({made(1, "kkv", "D/1")});
    const auto event = appeal(complaint, parts, {"kril"}, "", by_maria(k_then, k_then));
    apply(parts, event);
    CHECK(after(complaint, event) == complaint);
    CHECK(parts.appeals.size() == 2);
    CHECK_FALSE(opens_again(event));
    CHECK(refused(complaint, parts, {"kkv"})
          == "appealed_before: complaint R-7; body kkv; at 2026-01-13 12:00");
}

TEST_CASE("a body that has decided can have it again") {
    auto old = made(1, "kkv", "D/1");
    old.decided_at = utc(k_then);
    const auto parts = with({old});
    CHECK(appeal(decided(), parts, {"kkv"}, "", by_maria(k_later, k_later)).parts.front().number == 2);
}

TEST_CASE("what is void and what was not received yet is with nobody") {
    CHECK(refused(in_status(Status::void_), {}, {"kkv"})
          == "no_act_on_what_is_void: complaint R-7; status void; act appeal");
    CHECK(message_of<Refusal>([] { appeal(decided(), {}, {"kkv"}, "", on("2026-01-12T05:59:59Z", k_later)); })
          == "before_receipt: complaint R-7; at 2026-01-12 06:00");
}

TEST_CASE("an answer is due after the appeal") {
    NewAppeal wanted{"kkv"};
    wanted.answer_by = utc(k_later);
    CHECK(refused(decided(), {}, wanted) == "answer_due_in_the_past: complaint R-7; due 2026-01-14 12:00");
}

TEST_CASE("a second look is given to another person than the one who decided") {
    CHECK(refused(decided(), {}, second_look("maria"))
          == "second_look_by_decider: complaint R-7; person maria");
    const auto is =
        after(decided(), appeal(decided(), {}, second_look("pekka"), "", by_maria(k_then, k_later)));
    CHECK(is.assignee == "pekka");
    CHECK(is.team == "returns");
    CHECK(is.assigned_at == utc(k_then));
    // Nobody knows who decided what another system ended.
    auto unknown = second_look("maria");
    unknown.decider.clear();
    CHECK(appeal(decided(), {}, unknown, "", by_maria(k_then, k_later)).kind == EventKind::appealed);
}

TEST_CASE("the end of the complaint decides its second look by another person") {
    auto complaint = in_status(Status::open);
    auto look = made(1, std::string(k_review), "");
    look.decider = "maria";
    const auto parts = with({look});
    Resolution to;
    to.outcome = Outcome::upheld;
    CHECK(message_of<Refusal>([&] { resolve(complaint, parts, to, {}, by_maria(k_later, k_later)); })
          == "second_look_by_decider: complaint R-7; person maria");
    auto other = by_maria(k_later, k_later);
    other.actor = "pekka";
    Procedure is = parts;
    apply(is, resolve(complaint, parts, to, {}, other));
    CHECK(is.appeals.front().decided_at == utc(k_later));
    CHECK(is.appeals.front().decision == Decision::upheld);
    to.outcome = Outcome::withdrawn;
    is = parts;
    apply(is, resolve(complaint, parts, to, {}, other));
    CHECK(is.appeals.front().decided_at == utc(k_later));
    CHECK_FALSE(is.appeals.front().decision);
    // A body decides itself.
    is = with({made(1, "kkv", "")});
    apply(is, resolve(complaint, is, to, {}, other));
    CHECK_FALSE(is.appeals.front().decided_at);
}

TEST_CASE("an appeal is answered once and decided once") {
    const auto complaint = in_status(Status::open);
    Procedure parts = with({made(1, "kkv", "D/1")});
    const auto answered = follow_appeal(complaint, parts, {}, "sent", by_maria(k_later, k_later));
    CHECK(after(complaint, answered) == complaint);
    apply(parts, answered);
    CHECK(parts.appeals.front().answered_at == utc(k_later));
    CHECK(refused(complaint, parts, AppealNews{}) == "no_open_appeal: complaint R-7");
    AppealNews again;
    again.number = 1;
    CHECK(refused(complaint, parts, again)
          == "appeal_answered: complaint R-7; appeal 1; at 2026-01-14 12:00");
    auto award = decides(Decision::partly);
    award.amount = 12000;
    award.currency = "EUR";
    apply(parts, follow_appeal(complaint, parts, award, "", by_maria(k_later, k_later)));
    CHECK(state_of(parts.appeals.front()) == AppealState::decided);
    CHECK(parts.appeals.front().decision == Decision::partly);
    CHECK(parts.appeals.front().amount == 12000);
    CHECK(refused(complaint, parts, decides(Decision::upheld, 1))
          == "appeal_decided: complaint R-7; appeal 1; at 2026-01-14 12:00");
}

TEST_CASE("which appeal is meant is clear or asked for") {
    const auto complaint = in_status(Status::open);
    auto look = made(3, std::string(k_review), "");
    look.decider = "maria";
    const auto parts = with({made(1, "kkv", ""), made(2, "kril", ""), look});
    CHECK(refused(complaint, {}, AppealNews{}) == "no_appeal: complaint R-7");
    CHECK(refused(complaint, parts, AppealNews{})
          == "several_open_appeals: complaint R-7; appeals A1 (kkv), A2 (kril)");
    CHECK(refused(complaint, parts, decides(Decision::upheld, 4))
          == "no_such_appeal: complaint R-7; appeal 4");
    CHECK(refused(complaint, parts, decides(Decision::upheld, 3))
          == "second_look_by_decider: complaint R-7; person maria");
    AppealNews answer;
    answer.number = 3;
    CHECK(refused(complaint, parts, answer) == "review_has_no_answer: complaint R-7; appeal 3");
    CHECK(refused(complaint, with({look}), AppealNews{}) == "review_has_no_answer: complaint R-7; appeal 3");
    CHECK(message_of<Refusal>([&] {
              follow_appeal(complaint, parts, decides(Decision::upheld, 1), "",
                            on("2026-01-13T11:00:00Z", k_later));
          })
          == "before_appeal: complaint R-7; appeal 1; at 2026-01-13 12:00");
}

TEST_CASE("the appeals of a duplicate go on but for those that are the same") {
    Complaint survivor = in_status(Status::open);
    Complaint other = in_status(Status::open);
    other.id = {8};
    survivor.audience = 300;
    other.audience = 40;
    Procedure parts = with({made(1, "kkv", "D/1"), made(2, "kril", "K/1")});
    const auto event = merge_in(survivor,
                                {{other, with({made(1, "kkv", "D/1"), made(2, "kril", "K/2"),
                                               made(3, "kkv", ""), made(4, "law", "")})}},
                                on(k_later), parts);
    apply(parts, event);
    CHECK(
        parts
        == with({made(1, "kkv", "D/1"), made(2, "kril", "K/1"), made(3, "kril", "K/2"), made(4, "law", "")}));
    CHECK(after(survivor, event).audience == 300);
    survivor.audience.reset();
    CHECK(after(survivor, merge_in(survivor, {{other}}, on(k_later))).audience == 40);
}

TEST_CASE("of two records of one appeal each adds what the other does not know") {
    auto known = made(1, "kkv", "D/1");
    known.answer_by = utc("2026-02-20T12:00:00Z");
    auto told = made(1, "kkv", "D/1");
    told.answer_by = utc("2026-02-10T12:00:00Z");
    told.answered_at = utc("2026-01-20T12:00:00Z");
    told.decided_at = utc("2026-03-01T12:00:00Z");
    told.decision = Decision::partly;
    told.amount = 12000;
    told.currency = "EUR";
    Complaint other = in_status(Status::open);
    other.id = {8};
    for (const auto& [mine, theirs] : {std::pair{known, told}, std::pair{told, known}}) {
        Procedure parts = with({mine});
        apply(parts, merge_in(in_status(Status::open), {{other, with({theirs})}}, on(k_later), parts));
        REQUIRE(parts.appeals.size() == 1);
        const auto& is = parts.appeals.front();
        CHECK(is.answer_by == told.answer_by);
        CHECK(is.answered_at == told.answered_at);
        CHECK(is.decided_at == told.decided_at);
        CHECK(is.decision == Decision::partly);
        CHECK(is.amount == 12000);
    }
}

} // namespace reklamaatio::complaint::tests
