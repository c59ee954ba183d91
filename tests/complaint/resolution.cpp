// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/resolution.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"
#include "complaint/leftover.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-13T12:00:00Z";

Promise open_promise(std::int64_t number) {
    Promise made;
    made.number = number;
    made.text = "a new leg";
    made.made_at = utc(k_received);
    made.due_at = utc("2026-01-20T12:00:00Z");
    return made;
}

Offer open_offer(std::int64_t number, std::string remedy) {
    Offer made;
    made.number = number;
    made.remedy = std::move(remedy);
    made.made_at = utc(k_received);
    return made;
}

Event resolve_with(const Procedure& procedure, const Resolution& to = {}, const EndRules& rules = {}) {
    Complaint open = in_status(Status::open);
    open.customer = CustomerId{3};
    return resolve(open, procedure, to, rules, on(k_then));
}

std::string refusal(const Procedure& procedure, const Resolution& to = {}, const EndRules& rules = {}) {
    return message_of<Refusal>([&] { resolve_with(procedure, to, rules); });
}

Complaint resolved() {
    return in_status(Status::resolved);
}

} // namespace

TEST_CASE("each thing that is left stands in the way of the end") {
    Procedure procedure;
    CHECK(refusal(procedure).empty());
    procedure.offers = {open_offer(2, "replacement")};
    CHECK(refusal(procedure) == "left_to_do: complaint R-7; left offer:2; remedies replacement");
    procedure.promises = {open_promise(1), open_promise(2)};
    CHECK(refusal(procedure, {}, {{Step::apologise, Step::fix}, false})
          == "left_to_do: complaint R-7; left promise:1, promise:2, offer:2, step:apologise, step:fix; "
             "remedies "
             "replacement");
}

TEST_CASE("what has come to an end stands in nobody's way") {
    Procedure procedure;
    procedure.promises = {open_promise(1), open_promise(2), open_promise(3)};
    procedure.promises[0].kept_at = utc(k_received);
    procedure.promises[1].broken_at = utc(k_received);
    procedure.promises[2].withdrawn_at = utc(k_received);
    procedure.offers = {open_offer(1, "gift"), open_offer(2, "gift"), open_offer(3, "gift"),
                        open_offer(4, "gift")};
    procedure.offers[0].accepted_at = utc(k_received);
    procedure.offers[1].declined_at = utc(k_received);
    procedure.offers[2].withdrawn_at = utc(k_received);
    procedure.offers[3].valid_until = utc("2026-01-13T11:59:59Z"); // expired
    procedure.steps = {{number_of(Step::fix), utc(k_received), "maria", "", "", "", ""}};
    CHECK_NOTHROW(resolve_with(procedure, {}, {{Step::fix}, false}));
}

TEST_CASE("force needs a reason and keeps what was left") {
    Procedure procedure;
    procedure.promises = {open_promise(1)};
    Resolution forced;
    forced.force = true;
    CHECK(refusal(procedure, forced) == "force_without_reason: complaint R-7");
    CHECK(refusal({}, forced) == "force_without_reason: complaint R-7");
    forced.text = "the customer does not answer";
    const auto closed = after(in_status(Status::open), resolve_with(procedure, forced, {{Step::fix}, false}));
    CHECK(closed.status == Status::closed);
    CHECK(closed.left_undone == "promise:1;step:fix");
    const auto reopened = after(closed, reopen(closed, "", on("2026-01-14T12:00:00Z")));
    CHECK(reopened.left_undone.empty());
    CHECK(after(in_status(Status::open), resolve_with({}, forced)).left_undone.empty());
}

TEST_CASE("steps that are done by the resolution count") {
    Resolution with_steps;
    with_steps.text = "a new one was sent";
    with_steps.steps = {Step::fix, Step::apologise};
    const Event event = resolve_with({}, with_steps, {{Step::apologise, Step::fix}, false});
    Procedure procedure;
    apply(procedure, event);
    CHECK(is_done(procedure, Step::fix));
    CHECK(is_done(procedure, Step::apologise));
    CHECK(procedure.steps[0].text == "a new one was sent");
}

TEST_CASE("what is resolved is closed at once unless a follow-up is owed") {
    CHECK(after(in_status(Status::open), resolve_with({})).status == Status::closed);
    const auto owed = after(in_status(Status::open), resolve_with({}, {}, {{}, true}));
    CHECK(owed.status == Status::resolved);
    CHECK_FALSE(owed.closed_at);
    CHECK(owed.resolved_at == utc(k_then));
}

TEST_CASE("whoever approved is kept") {
    Resolution to;
    to.approved_by = "liisa";
    CHECK(after(in_status(Status::open), resolve_with({}, to)).approved_by == "liisa");
}

TEST_CASE("a follow-up closes and keeps the answers") {
    FollowUp answers;
    answers.csat = 5;
    answers.nps = 0;
    answers.retained = Retained::yes;
    answers.text = "content";
    const Event event = follow_up(resolved(), answers, on(k_then));
    CHECK(event.kind == EventKind::followed_up);
    CHECK(event.message == Message{Direction::note, "", false, "content"});
    const auto closed = after(resolved(), event);
    CHECK(closed.status == Status::closed);
    CHECK(closed.closed_at == utc(k_then));
    CHECK(closed.followed_up_at == utc(k_then));
    CHECK(closed.reached == Reached::yes);
    CHECK(closed.csat == 5);
    CHECK(closed.nps == 0);
    CHECK(closed.retained == Retained::yes);

    // Asked again: the new answers hold, and it stays closed since then.
    FollowUp again;
    again.csat = 1;
    const auto asked = after(closed, follow_up(closed, again, on("2026-01-15T12:00:00Z")));
    CHECK(asked.csat == 1);
    CHECK(asked.nps == 0);
    CHECK(asked.closed_at == utc(k_then));
}

TEST_CASE("nobody answered is an end as well") {
    FollowUp nobody;
    nobody.unreachable = true;
    const auto closed = after(resolved(), follow_up(resolved(), nobody, on(k_then)));
    CHECK(closed.status == Status::closed);
    CHECK(closed.reached == Reached::no);
    CHECK_FALSE(closed.csat);
}

TEST_CASE("a follow-up comes after the resolution") {
    FollowUp answers;
    answers.csat = 5;
    for (const Status status : {Status::new_, Status::open, Status::waiting})
        CHECK(message_of<Refusal>([&] { follow_up(in_status(status), answers, on(k_then)); })
              == "no_followup_before_the_end: complaint R-7; status " + std::string(word(status))
                     + "; act followup");
    CHECK(message_of<Refusal>(
              [&] { follow_up(in_status(Status::closed), answers, on("2026-01-12T09:59:59Z", k_then)); })
          == "followup_before_end: complaint R-7; at 2026-01-12 10:00");
}

TEST_CASE("answers stay on their scales") {
    const auto fault = [](std::optional<std::int64_t> csat, std::optional<std::int64_t> nps) {
        FollowUp answers;
        answers.csat = csat;
        answers.nps = nps;
        return message_of<BadValue>([&] { follow_up(resolved(), answers, on(k_then)); });
    };
    CHECK(fault(6, {}) == "csat: 6 is not on the scale; write 1 (discontent) to 5 (content)");
    CHECK(fault(0, {}) == "csat: 0 is not on the scale; write 1 (discontent) to 5 (content)");
    CHECK(fault({}, 11) == "nps: 11 is not on the scale; write 0 (never) to 10 (certainly)");
    for (std::int64_t csat = 1; csat <= 5; ++csat)
        CHECK(fault(csat, {}).empty());
    for (std::int64_t nps = 0; nps <= 10; ++nps)
        CHECK(fault({}, nps).empty());
}

} // namespace reklamaatio::complaint::tests
