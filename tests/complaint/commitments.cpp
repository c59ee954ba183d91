// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/commitments.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"
#include "complaint/repair.hpp"
#include "complaint/resolution.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-12T12:00:00Z";
constexpr std::string_view k_later = "2026-01-13T12:00:00Z";

// A complaint with what was promised and offered, act by act.
struct Case {
    Complaint complaint = in_status(Status::open);
    Procedure procedure = {};

    Event add(const Event& event) {
        apply(complaint, event);
        apply(procedure, event);
        return event;
    }
    Event promise(std::string text, std::string_view due, std::string_view now = k_then) {
        Occasion occasion = on(now);
        occasion.actor = "maria";
        return add(
            complaint::promise(complaint, procedure, {std::move(text), utc(due), "", "We will."}, occasion));
    }
    Event end(PromiseState to, std::optional<std::int64_t> number = {}, std::string_view now = k_later) {
        return add(end_promise(complaint, procedure, to, number, "", on(now)));
    }
    Event offer(const NewOffer& made, std::string_view now = k_then) {
        Occasion occasion = on(now);
        occasion.actor = "maria";
        return add(complaint::offer(complaint, procedure, made, occasion));
    }
    Event turn(const OfferNews& news, std::string_view now = k_later) {
        return add(turn_offer(complaint, procedure, news, on(now)));
    }
};

NewOffer refund(std::optional<std::int64_t> cents = 4990) {
    NewOffer made;
    made.remedy = "refund";
    made.amount = cents;
    made.currency = "EUR";
    return made;
}

OfferNews news(OfferTurn turn, std::optional<std::int64_t> number = {}) {
    OfferNews made;
    made.turn = turn;
    made.number = number;
    return made;
}

template <typename Function>
std::string refusal(Function function) {
    return message_of<Refusal>(function);
}

} // namespace

TEST_CASE("a promise is a message and an answer and has a number of its own") {
    Case c;
    c.complaint = in_status(Status::new_);
    const Event event = c.promise("a new leg", k_later);
    CHECK(event.kind == EventKind::promised);
    CHECK(event.message == Message{Direction::out, "email", false, "We will."});
    CHECK(c.complaint.status == Status::open);
    CHECK(c.complaint.responded_at == utc(k_then));
    REQUIRE(c.procedure.promises.size() == 1);
    CHECK(c.procedure.promises[0] == Promise{1, "a new leg", utc(k_then), "maria", utc(k_later), {}, {}, {}});
    c.promise("the money", k_later);
    CHECK(c.procedure.promises[1].number == 2);
}

TEST_CASE("a promise is made for the future and with words") {
    Case c;
    CHECK(refusal([&] { c.promise("a leg", k_then); })
          == "promise_due_in_the_past: complaint R-7; due 2026-01-12 12:00");
    CHECK(refusal([&] { c.promise("", k_later); }) == "promise_without_words: complaint R-7");
    // What was promised yesterday for this morning can still be logged.
    CHECK_NOTHROW(complaint::promise(c.complaint, c.procedure, {"a leg", utc("2026-01-13T06:00:00Z"), "", ""},
                                     on(k_then, k_later)));
}

TEST_CASE("the only open promise needs no number and one of several does") {
    Case c;
    CHECK(refusal([&] { c.end(PromiseState::kept); }) == "no_open_promise: complaint R-7");
    c.promise("a leg", k_later);
    c.promise("a stove", k_later);
    CHECK(refusal([&] { c.end(PromiseState::kept); }) == "several_open_promises: complaint R-7; count 2");
    CHECK(refusal([&] { c.end(PromiseState::kept, 3); }) == "no_such_promise: complaint R-7; promise 3");
    CHECK(c.end(PromiseState::broken, 1).kind == EventKind::promise_ended);
    CHECK(c.procedure.promises[0].broken_at == utc(k_later));
    CHECK(refusal([&] { c.end(PromiseState::kept, 1); })
          == "promise_ended: complaint R-7; promise 1; state broken");
    c.end(PromiseState::kept);
    CHECK(c.procedure.promises[1].kept_at == utc(k_later));
    CHECK_FALSE(c.procedure.promises[1].broken_at);
}

TEST_CASE("nothing becomes of a promise or an offer before it was made") {
    Case c;
    c.promise("a leg", "2026-01-14T12:00:00Z", k_later);
    c.offer(refund(), k_later);
    CHECK(refusal([&] { c.end(PromiseState::kept, 1, k_then); })
          == "before_promise: complaint R-7; promise 1; at 2026-01-13 12:00");
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted), k_then); })
          == "before_offer: complaint R-7; offer 1; at 2026-01-13 12:00");
}

TEST_CASE("after the resolution promises are kept or broken but not made or withdrawn") {
    Case c;
    c.promise("a leg", k_later);
    c.promise("a stove", k_later);
    c.complaint = in_status(Status::closed);
    CHECK(refusal([&] { c.promise("more", k_later); })
          == "no_act_after_the_end: complaint R-7; status closed; act promise");
    CHECK(refusal([&] { c.end(PromiseState::withdrawn, 1); })
          == "no_act_after_the_end: complaint R-7; status closed; act withdraw_promise");
    CHECK_NOTHROW(c.end(PromiseState::kept, 1));
    CHECK_NOTHROW(c.end(PromiseState::broken, 2));
    CHECK(c.complaint.status == Status::closed);
}

TEST_CASE("an offer for whose answer a complaint waits already says so, and changes nothing of the wait") {
    Case c;
    NewOffer made = refund();
    made.await = "yes or no";
    c.offer(made);
    const Complaint before = c.complaint;
    const Event again = c.offer(made);
    const auto* reason = change_of(again.changes, "waiting_reason");
    REQUIRE(reason != nullptr);
    CHECK(reason->before == reason->after);
    CHECK(c.complaint == before);
    made.await.reset();
    CHECK(change_of(c.offer(made).changes, "waiting_reason") == nullptr);
}

TEST_CASE("an offer is a message and an answer and may wait for the customer") {
    Case c;
    NewOffer made = refund();
    made.valid_until = utc(k_later);
    made.approved_by = "liisa";
    made.channel = "letter";
    made.message = "May we pay it back?";
    made.await = "yes or no";
    made.steps = {Step::apologise, Step::compensate};
    const Event event = c.offer(made);
    CHECK(event.kind == EventKind::offered);
    CHECK(event.message == Message{Direction::out, "letter", false, "May we pay it back?"});
    CHECK(c.complaint.status == Status::waiting);
    CHECK(c.complaint.waiting_since == utc(k_then));
    CHECK(c.complaint.waiting_reason == "yes or no");
    CHECK(c.complaint.responded_at == utc(k_then));
    CHECK(is_done(c.procedure, Step::apologise));
    CHECK(is_done(c.procedure, Step::compensate));
    REQUIRE(c.procedure.offers.size() == 1);
    const Offer& offer = c.procedure.offers[0];
    CHECK(offer.number == 1);
    CHECK(offer.remedy == "refund");
    CHECK(offer.amount == 4990);
    CHECK(offer.currency == "EUR");
    CHECK(offer.approved_by == "liisa");
    CHECK(offer.made_by == "maria");
    CHECK(offer.valid_until == utc(k_later));
}

TEST_CASE("an offer without money has no currency and one that is over is none") {
    Case c;
    c.offer(refund(std::nullopt));
    CHECK(c.procedure.offers[0].currency.empty());
    NewOffer late = refund();
    late.valid_until = utc(k_then);
    CHECK(refusal([&] { c.offer(late); }) == "offer_expired_at_once: complaint R-7; until 2026-01-12 12:00");
}

TEST_CASE("money does not come with the remedy none") {
    Case c;
    NewOffer made = refund();
    made.remedy = "none";
    constexpr std::string_view k_refusal = "amount_for_no_remedy: complaint R-7; amount 49.90";
    CHECK(refusal([&] { c.offer(made); }) == k_refusal);
    Resolution to;
    to.remedy = "none";
    to.amount = 4990;
    CHECK(refusal([&] { complaint::resolve(c.complaint, to, on(k_later)); }) == k_refusal);
    Correction correction;
    correction.values.set("remedy", "none");
    correction.values.set("amount_cents", 4990);
    CHECK(refusal([&] { complaint::edit(c.complaint, correction, "", on(k_later)); }) == k_refusal);
    c.complaint.remedy = "none";
    to.remedy.reset();
    CHECK(refusal([&] { complaint::resolve(c.complaint, to, on(k_later)); }) == k_refusal);
}

TEST_CASE("an answer to an offer from before a wait does not end it") {
    Case c;
    c.offer(refund(), "2026-01-12T08:00:00Z");
    c.add(contact(c.complaint, c.procedure, awaiting("a photo"), on(k_then)));
    c.add(
        turn_offer(c.complaint, c.procedure, news(OfferTurn::accepted), on("2026-01-12T09:00:00Z", k_later)));
    CHECK(c.complaint.status == Status::waiting);
    CHECK(c.procedure.offers[0].accepted_at == utc("2026-01-12T09:00:00Z"));
}

TEST_CASE("a declined offer carries the wish and the next one is answered by itself") {
    Case c;
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted)); }) == "no_offer: complaint R-7");
    NewOffer waiting = refund();
    waiting.await = "yes or no";
    c.offer(waiting);
    OfferNews no = news(OfferTurn::declined);
    no.wish = "a new leg";
    no.message = "No thanks.";
    const Event event = c.turn(no);
    CHECK(event.kind == EventKind::offer_answered);
    CHECK(event.message == Message{Direction::in, "email", false, "No thanks."});
    CHECK(c.complaint.status == Status::open); // the wait is over
    CHECK(c.complaint.wish.empty());           // that is the complaint's own
    CHECK(c.procedure.offers[0].wish == "a new leg");
    CHECK(c.procedure.offers[0].declined_at == utc(k_later));

    c.offer(refund(), k_later);
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted, 3)); }) == "no_such_offer: complaint R-7; offer 3");
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted, 1)); })
          == "offer_ended: complaint R-7; offer 1; state declined");
    c.turn(news(OfferTurn::accepted));
    CHECK(c.procedure.offers[1].accepted_at == utc(k_later));
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted)); })
          == "offer_ended: complaint R-7; offer 2; state accepted");
    CHECK(refusal([&] { c.turn(news(OfferTurn::declined)); })
          == "offer_ended: complaint R-7; offer 2; state accepted");
    CHECK(refusal([&] { c.turn(news(OfferTurn::withdrawn)); })
          == "offer_ended: complaint R-7; offer 2; state accepted");
}

TEST_CASE("only money that was accepted is paid and only once") {
    Case c;
    c.offer(refund());
    CHECK(refusal([&] { c.turn(news(OfferTurn::paid)); }) == "offer_not_accepted: complaint R-7; offer 1");
    c.turn(news(OfferTurn::accepted));
    c.complaint = in_status(Status::closed); // paying may come after the end
    const Event event = c.turn(news(OfferTurn::paid), "2026-01-14T12:00:00Z");
    CHECK_FALSE(event.message);
    CHECK(c.procedure.offers[0].paid_at == utc("2026-01-14T12:00:00Z"));
    CHECK(refusal([&] { c.turn(news(OfferTurn::paid), "2026-01-15T12:00:00Z"); })
          == "offer_paid: complaint R-7; offer 1");

    Case apology;
    NewOffer sorry = refund(std::nullopt);
    sorry.remedy = "apology";
    apology.offer(sorry);
    apology.turn(news(OfferTurn::accepted));
    CHECK(refusal([&] { apology.turn(news(OfferTurn::paid)); })
          == "offer_without_money: complaint R-7; offer 1");
}

TEST_CASE("an offer is taken back among ourselves and accepted also after its last day") {
    Case c;
    c.offer(refund());
    const Event event = c.turn(news(OfferTurn::withdrawn));
    CHECK_FALSE(event.message);
    CHECK(c.procedure.offers[0].withdrawn_at == utc(k_later));
    NewOffer brief = refund();
    brief.valid_until = utc("2026-01-13T13:00:00Z");
    c.offer(brief, k_later);
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted), "2026-01-20T12:00:00Z"); })
          == "offer_expired: complaint R-7; offer 2; until 2026-01-13 13:00");
    CHECK_NOTHROW(c.turn(news(OfferTurn::declined), "2026-01-20T12:00:00Z"));
}

TEST_CASE("after the resolution offers are paid but not made or answered or withdrawn") {
    Case c;
    c.offer(refund());
    c.complaint = in_status(Status::resolved);
    CHECK(refusal([&] { c.offer(refund()); })
          == "no_act_after_the_end: complaint R-7; status resolved; act offer");
    CHECK(refusal([&] { c.turn(news(OfferTurn::accepted)); })
          == "no_act_after_the_end: complaint R-7; status resolved; act answer_offer");
    CHECK(refusal([&] { c.turn(news(OfferTurn::withdrawn)); })
          == "no_act_after_the_end: complaint R-7; status resolved; act withdraw_offer");
}

TEST_CASE("a step is told again and keeps what an earlier time found out") {
    Case c;
    c.complaint = in_status(Status::new_);
    Occasion then = on(k_then);
    then.actor = "maria";
    const auto go = [&](const StepTaken& taken, const std::string& text) {
        return c.add(step(c.complaint, c.procedure, taken, text, then));
    };
    const Event event = go({Step::understand, "glass broke", "at home", ""}, "");
    CHECK(event.kind == EventKind::stepped);
    CHECK_FALSE(event.message);
    CHECK(c.complaint.status == Status::open);
    CHECK_FALSE(c.complaint.responded_at); // a step tells the customer nothing by itself
    then = on(k_later);
    then.actor = "pekka";
    CHECK(go({Step::understand, "", "", "heat"}, "called").message
          == Message{Direction::note, "", false, "called"});
    REQUIRE(c.procedure.steps.size() == 1);
    CHECK(c.procedure.steps[0]
          == StepRecord{2, utc(k_later), "pekka", "called", "glass broke", "at home", "heat"});
    go({Step::empathise}, "");
    CHECK(c.procedure.steps[0].number == 1); // in order of number, not of doing
}

TEST_CASE("understanding says what was found out and no step is gone through after the end") {
    Case c;
    const auto go = [&](Step which, const std::string& text) {
        return step(c.complaint, c.procedure, {which}, text, on(k_then));
    };
    CHECK(refusal([&] { go(Step::understand, ""); }) == "step_without_findings: complaint R-7");
    CHECK_NOTHROW(go(Step::understand, "the glass broke"));
    for (const Step which : {Step::empathise, Step::apologise, Step::fix, Step::compensate})
        CHECK_NOTHROW(go(which, ""));
    c.complaint = in_status(Status::resolved);
    CHECK(refusal([&] { go(Step::fix, ""); })
          == "no_act_after_the_end: complaint R-7; status resolved; act step");
}

TEST_CASE("what was granted without an offer is paid once") {
    Case c;
    Resolution to;
    to.remedy = "refund";
    to.amount = 3000;
    to.currency = "EUR";
    c.add(complaint::resolve(c.complaint, to, on(k_then)));
    CHECK(is_to_pay(c.complaint));
    const Event event = c.turn(news(OfferTurn::paid));
    CHECK(event.kind == EventKind::offer_answered);
    CHECK(event.parts.empty());
    CHECK(c.complaint.paid_at == utc(k_later));
    CHECK_FALSE(is_to_pay(c.complaint));
    CHECK(refusal([&] { c.turn(news(OfferTurn::paid)); })
          == "grant_paid: complaint R-7; remedy refund; at 2026-01-13 12:00");
    c.add(reopen(c.complaint, "", on("2026-01-14T12:00:00Z")));
    CHECK_FALSE(c.complaint.paid_at);
    CHECK_FALSE(c.complaint.owed_since);
}

TEST_CASE("what the customer accepted as an offer is owed by the offer alone") {
    Case c;
    c.offer(refund());
    c.turn(news(OfferTurn::accepted), "2026-01-12T13:00:00Z");
    c.add(
        complaint::resolve(c.complaint, with_accepted({}, accepted(c.complaint, c.procedure)), on(k_later)));
    CHECK(c.complaint.amount == 4990);
    CHECK_FALSE(is_to_pay(c.complaint));
    CHECK(is_to_pay(c.procedure.offers[0]));
    c.turn(news(OfferTurn::paid));
    CHECK(c.procedure.offers[0].paid_at == utc(k_later));
    CHECK_FALSE(c.complaint.paid_at);
}

TEST_CASE("a refund whose sum was never said is paid with its sum") {
    Case c;
    c.offer(refund(std::nullopt));
    c.turn(news(OfferTurn::accepted));
    CHECK(is_to_pay(c.procedure.offers[0]));
    CHECK(refusal([&] { c.turn(news(OfferTurn::paid)); }) == "offer_without_sum: complaint R-7; offer 1");
    OfferNews paid = news(OfferTurn::paid);
    paid.amount = 1000;
    paid.currency = "EUR";
    c.turn(paid);
    CHECK(c.procedure.offers[0].amount == 1000);
    CHECK_FALSE(is_to_pay(c.procedure.offers[0]));

    c.offer(refund());
    paid.turn = OfferTurn::accepted;
    CHECK(refusal([&] { c.turn(paid); }) == "offer_has_sum: complaint R-7; offer 2; amount 49.90 EUR");

    Case summed;
    summed.offer(refund(std::nullopt));
    summed.turn(news(OfferTurn::accepted), "2026-01-12T13:00:00Z");
    Resolution to;
    to.remedy = "refund";
    to.amount = 700;
    to.currency = "EUR";
    summed.add(complaint::resolve(summed.complaint, summed.procedure, to, EndRules{}, on(k_later)));
    CHECK(summed.procedure.offers[0].amount == 700);
    CHECK_FALSE(is_to_pay(summed.complaint)); // but by the offer

    Case granted;
    to.amount.reset();
    to.currency.reset();
    granted.add(complaint::resolve(granted.complaint, to, on(k_then)));
    CHECK(is_to_pay(granted.complaint));
    CHECK(refusal([&] { granted.turn(news(OfferTurn::paid)); })
          == "grant_without_sum: complaint R-7; remedy refund");
    paid.turn = OfferTurn::paid;
    granted.turn(paid);
    CHECK(granted.complaint.amount == 1000);
    CHECK(granted.complaint.currency == "EUR");
}

} // namespace reklamaatio::complaint::tests
