// SPDX-License-Identifier: GPL-3.0-or-later
// What begins, meets and ends a statutory term.
#include "complaint/appeal.hpp"
#include "complaint/arrival.hpp"
#include "complaint/builders.hpp"
#include "complaint/extension.hpp"
#include "rulebook/history.hpp"

#include <optional>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

using time::Instant;

constexpr std::string_view k_complained = "2026-11-07T08:13:00Z"; // Saturday
constexpr std::string_view k_due = "2026-11-23T21:59:59Z";

LegalTerm goods(std::string name = "goods") {
    LegalTerm made;
    made.name = std::move(name);
    made.term = parse_term("14d");
    made.ends = TermEnds::next_working_day;
    made.met_by = {"email", "letter"};
    made.then = Silence::accepted;
    made.source = "art. 7a, seen 2026-11";
    return made;
}

Policy with(std::vector<LegalTerm> terms) {
    Policy made = policy({sla("all", "8h", "5bd")});
    made.legal = std::move(terms);
    return made;
}

History opened(std::vector<LegalTerm> terms, std::string_view received = k_complained) {
    History history(with(std::move(terms)));
    history.open(draft(std::string(received)));
    return history;
}

Contact by(std::string channel, bool automatic = false) {
    Contact made = outbound();
    made.channel = std::move(channel);
    made.automatic = automatic;
    return made;
}

History& end(History& history, std::string_view at, std::optional<std::string> channel = {},
             Outcome outcome = Outcome::rejected) {
    Resolution to;
    to.outcome = outcome;
    to.channel = std::move(channel);
    return history.add(complaint::resolve(history.state(), {}, to, {}, on(at)));
}

Deadline only(const History& history) {
    const auto rows = history.deadlines(Clock::legal);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

} // namespace

TEST_CASE("a term has a deadline beside those of the service level") {
    const auto history = opened({goods()});
    const auto row = only(history);
    CHECK(row.started_at == utc(k_complained));
    CHECK(row.due_at == utc(k_due));
    CHECK(row.warn_at == utc("2026-11-17T22:00:00Z"));
    CHECK(row.target == "14d");
    CHECK(row.sla == "goods");
    CHECK(row.silence == Silence::accepted);
    CHECK(history.deadlines(Clock::response).size() == 1);
    CHECK(history.deadlines(Clock::resolution).size() == 1);
}

TEST_CASE("only the decision meets it, told with the end or after it, on a channel that it takes") {
    auto history = opened({goods()});
    history.contact("2026-11-09T08:00:00Z", by("email"));
    CHECK_FALSE(only(history).met_at);
    end(history, "2026-11-12T08:00:00Z", "phone");
    CHECK_FALSE(only(history).met_at);
    CHECK_FALSE(only(history).cancelled_at);
    history.contact("2026-11-13T08:00:00Z", by("phone"));
    CHECK_FALSE(only(history).met_at);
    history.contact("2026-11-13T09:00:00Z", by("email", true));
    CHECK_FALSE(only(history).met_at);
    history.contact("2026-11-16T08:00:00Z", by("Letter"));
    CHECK(only(history).met_at == utc("2026-11-16T08:00:00Z"));
    history.contact("2026-11-17T08:00:00Z", by("letter"));
    CHECK(only(history).met_at == utc("2026-11-16T08:00:00Z"));
}

TEST_CASE("a decision that goes out with the end meets it at once") {
    auto history = opened({goods()});
    end(history, "2026-11-12T08:00:00Z", "email");
    CHECK(only(history).met_at == utc("2026-11-12T08:00:00Z"));
    history.reopen("2026-11-14T08:00:00Z");
    CHECK(only(history).met_at == utc("2026-11-12T08:00:00Z"));
}

TEST_CASE("what was told between two ends is no decision") {
    auto history = opened({goods()});
    end(history, "2026-11-10T08:00:00Z", "phone");
    history.reopen("2026-11-11T08:00:00Z");
    history.contact("2026-11-12T08:00:00Z", by("email"));
    CHECK_FALSE(only(history).met_at);
    end(history, "2026-11-13T08:00:00Z", "letter");
    CHECK(only(history).met_at == utc("2026-11-13T08:00:00Z"));
}

TEST_CASE("waiting for the customer moves it only where the law says so") {
    auto history = opened({goods()});
    history.await("2026-11-09T08:00:00Z");
    CHECK(only(history).due_at == utc(k_due));
    auto pausing = goods();
    pausing.pauses = true;
    auto other = opened({pausing});
    other.await("2026-11-09T08:00:00Z");
    CHECK_FALSE(only(other).due_at);
    other.hear("2026-11-12T08:00:00Z");
    CHECK(only(other).due_at == utc("2026-11-24T21:59:59Z"));
}

TEST_CASE("a withdrawn complaint needs no decision") {
    auto history = opened({goods()});
    end(history, "2026-11-12T08:00:00Z", std::nullopt, Outcome::withdrawn);
    CHECK(only(history).cancelled_at == utc("2026-11-12T08:00:00Z"));
    history.reopen("2026-11-13T08:00:00Z");
    CHECK_FALSE(only(history).cancelled_at);
    end(history, "2026-11-25T08:00:00Z", std::nullopt, Outcome::withdrawn);
    CHECK(only(history).missed_at == utc("2026-11-25T08:00:00Z"));
}

TEST_CASE("all terms whose conditions hold run side by side") {
    auto claims = goods("claims");
    claims.when = where("kind", "claim");
    claims.term = parse_term("30d");
    auto history = opened({claims, goods()});
    CHECK(only(history).sla == "goods");
    Classification to;
    to.values.set("kind", "claim");
    history.classify("2026-11-10T08:00:00Z", to);
    const auto rows = history.deadlines(Clock::legal);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].sla == "goods"); // the number that it had
    CHECK(rows[1].sla == "claims");
    CHECK(rows[1].started_at == utc(k_complained));
}

TEST_CASE("other facts and policies move what is neither told nor past") {
    const auto longer = [] {
        auto made = goods();
        made.term = parse_term("30d");
        return with({made});
    };
    auto early = opened({goods()});
    early.put_in_force("2026-11-20T08:00:00Z", longer());
    early.contact("2026-11-20T09:00:00Z", by("email"));
    CHECK(only(early).due_at == utc("2026-12-07T21:59:59Z"));
    auto late = opened({goods()});
    late.put_in_force("2026-11-24T08:00:00Z", longer());
    late.contact("2026-11-24T09:00:00Z", by("email"));
    CHECK(only(late).due_at == utc(k_due));
    auto gone = opened({goods()});
    gone.put_in_force("2026-11-20T08:00:00Z", with({}));
    gone.contact("2026-11-20T09:00:00Z", by("email"));
    CHECK(gone.deadlines(Clock::legal).empty());
}

TEST_CASE("a policy without terms has none, and one that comes later counts from the receipt") {
    auto history = opened({});
    CHECK(history.deadlines(Clock::legal).empty());
    history.put_in_force("2026-11-20T08:00:00Z", with({goods()}));
    history.contact("2026-11-20T09:00:00Z", by("email"));
    CHECK(only(history).due_at == utc(k_due));
}

TEST_CASE("nobody can be told of what is anonymous, and what is void needs no decision") {
    History anonymous(with({goods()}));
    anonymous.open_anonymous(draft(std::string(k_complained)));
    CHECK(anonymous.deadlines(Clock::legal).empty());
    auto history = opened({goods()});
    history.void_entry("2026-11-10T08:00:00Z");
    CHECK(only(history).cancelled_at == utc("2026-11-10T08:00:00Z"));
}

// Mon 2 Nov; acknowledged by Mon 9 at the latest; ten working days from then, or from the acknowledgement.
TEST_CASE("a term may run from the acknowledgement, at the latest from when that was owed") {
    auto receipt = goods("receipt");
    receipt.term = parse_term("5bd");
    receipt.is_for = TermFor::acknowledge;
    receipt.then = Silence::nothing;
    receipt.met_by.clear();
    auto answer = goods("answer");
    answer.term = parse_term("10bd");
    answer.from = TermFrom::acknowledged;
    auto history = opened({receipt, answer}, "2026-11-02T08:00:00Z");
    auto rows = history.deadlines(Clock::legal);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].due_at == utc("2026-11-09T21:59:59Z"));
    CHECK(rows[1].due_at == utc("2026-11-23T21:59:59Z"));
    history.contact("2026-11-03T08:00:00Z", by("email", true));
    rows = history.deadlines(Clock::legal);
    CHECK(rows[0].met_at == utc("2026-11-03T08:00:00Z"));
    CHECK(rows[1].started_at == utc("2026-11-03T08:00:00Z"));
    CHECK(rows[1].due_at == utc("2026-11-17T21:59:59Z"));
}

TEST_CASE("the message that ends a complaint acknowledges it as well") {
    auto receipt = goods("receipt");
    receipt.is_for = TermFor::acknowledge;
    receipt.met_by.clear();
    auto told = opened({receipt});
    end(told, "2026-11-12T08:00:00Z", "email");
    CHECK(only(told).met_at == utc("2026-11-12T08:00:00Z"));
    auto untold = opened({receipt});
    end(untold, "2026-11-12T08:00:00Z");
    CHECK(only(untold).cancelled_at == utc("2026-11-12T08:00:00Z"));
}

TEST_CASE("word of how it stands is owed again and again, until the end") {
    auto update = goods("update");
    update.term = parse_term("5bd");
    update.is_for = TermFor::update;
    update.then = Silence::nothing;
    auto history = opened({goods(), update}, "2026-11-02T08:00:00Z");
    history.contact("2026-11-05T08:00:00Z", by("email"));
    history.contact("2026-11-06T08:00:00Z", by("phone"));
    end(history, "2026-11-10T08:00:00Z", "email");
    const auto rows = history.deadlines(Clock::legal);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].sla == "goods");
    CHECK(rows[1].ordinal == 2);
    CHECK(rows[1].met_at == utc("2026-11-05T08:00:00Z"));
    CHECK(rows[2].ordinal == 102);
    CHECK(rows[2].started_at == utc("2026-11-05T08:00:00Z"));
    CHECK(rows[2].due_at == utc("2026-11-12T21:59:59Z"));
    CHECK(rows[2].cancelled_at == utc("2026-11-10T08:00:00Z"));
}

TEST_CASE("more time that the customer was told of moves the end, whatever is planned again") {
    auto history = opened({goods()});
    const auto until = utc("2026-12-11T21:59:59Z");
    const complaint::Extendable term{"goods", utc(k_due), utc("2026-12-31T21:59:59Z"), {"letter"}};
    history.add(complaint::extend(history.state(), {}, term, {until, "a report is missing", "letter", ""},
                                  on("2026-11-20T08:00:00Z")));
    CHECK(only(history).due_at == until);
    CHECK_FALSE(only(history).met_at);
    history.put_in_force("2026-12-01T08:00:00Z", with({goods()}));
    history.contact("2026-12-01T09:00:00Z", by("email"));
    CHECK(only(history).due_at == until);
    end(history, "2026-12-10T08:00:00Z", "letter");
    CHECK(is_met(only(history)));
}

TEST_CASE("an answer is a person's first word on its channels, and needs no end") {
    auto answer = goods();
    answer.is_for = TermFor::response;
    auto history = opened({answer});
    history.contact("2026-11-09T08:00:00Z", by("phone"));
    history.contact("2026-11-09T09:00:00Z", by("email", true));
    CHECK_FALSE(only(history).met_at);
    history.contact("2026-11-10T08:00:00Z", by("email"));
    CHECK(only(history).met_at == utc("2026-11-10T08:00:00Z"));
}

//  received      decided     appealed                decided again
//  |--- goods ---|           |--- appeal, stage 2 ---|
namespace {

LegalTerm on_appeal(std::string name = "appeal") {
    auto made = goods(std::move(name));
    made.term = parse_term("30d");
    made.stage = 2;
    return made;
}

History& appeal(History& history, std::string_view at, std::string body = "kril") {
    complaint::NewAppeal made;
    made.body = std::move(body);
    return history.add(complaint::appeal(history.state(), {}, made, "", on(at)));
}

} // namespace

TEST_CASE("a term of the second stage begins with the appeal and the first stage stays judged") {
    auto history = opened({goods(), on_appeal()});
    end(history, "2026-11-12T08:00:00Z", "email");
    CHECK(only(history).sla == "goods");
    appeal(history, "2026-11-20T08:00:00Z");
    const auto rows = history.deadlines(Clock::legal);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].met_at == utc("2026-11-12T08:00:00Z"));
    CHECK(rows[1].sla == "appeal");
    CHECK(rows[1].ordinal == 2);
    CHECK(rows[1].started_at == utc("2026-11-20T08:00:00Z"));
    CHECK(rows[1].due_at == utc("2026-12-21T21:59:59Z"));
    CHECK_FALSE(rows[1].met_at);
    // What was told of the first stage meets nothing of the second, nor does a word before its end.
    history.contact("2026-11-23T08:00:00Z", by("letter"));
    CHECK_FALSE(history.deadlines(Clock::legal)[1].met_at);
    end(history, "2026-12-01T08:00:00Z", "letter");
    CHECK(history.deadlines(Clock::legal)[1].met_at == utc("2026-12-01T08:00:00Z"));
    CHECK(history.deadlines(Clock::legal)[0] == rows[0]);
}

TEST_CASE("a stage that came with a file is judged from the next appeal on") {
    History history(with({goods(), on_appeal()}));
    auto second = draft(std::string(k_complained));
    second.status = Status::open;
    second.stage = 2;
    second.first_outcome = Outcome::rejected;
    second.first_resolved_at = utc("2026-11-12T08:00:00Z");
    history.add(import(second, on("2026-11-20T08:00:00Z")));
    CHECK(history.deadlines(Clock::legal).empty());
    end(history, "2026-11-21T08:00:00Z", "email");
    auto third = on_appeal();
    third.stage = 3;
    history.put_in_force("2026-11-22T08:00:00Z", with({goods(), third}));
    appeal(history, "2026-11-23T08:00:00Z");
    CHECK(only(history).started_at == utc("2026-11-23T08:00:00Z"));
}

TEST_CASE("an appeal gives up what was still to be told of the first stage unless silence has spoken") {
    auto history = opened({goods(), on_appeal()});
    end(history, "2026-11-12T08:00:00Z", "phone");
    appeal(history, "2026-11-20T08:00:00Z");
    CHECK(history.deadlines(Clock::legal)[0].cancelled_at == utc("2026-11-20T08:00:00Z"));
    auto silent = goods("silent");
    silent.then = Silence::nothing;
    auto late = opened({goods(), silent});
    end(late, "2026-11-12T08:00:00Z", "phone");
    appeal(late, "2026-11-25T08:00:00Z");
    const auto rows = late.deadlines(Clock::legal);
    CHECK_FALSE(rows[0].missed_at); // it counts as accepted all the same
    CHECK_FALSE(rows[0].cancelled_at);
    CHECK(rows[1].missed_at == utc("2026-11-25T08:00:00Z"));
    late.contact("2026-11-26T08:00:00Z", by("letter"));
    CHECK_FALSE(late.deadlines(Clock::legal)[0].met_at);
    end(late, "2026-11-27T08:00:00Z", "letter", Outcome::upheld);
    CHECK(late.deadlines(Clock::legal)[0].met_at == utc("2026-11-27T08:00:00Z"));
}

TEST_CASE("a reopening within a stage leaves the terms of the other one alone") {
    auto history = opened({goods(), on_appeal()});
    end(history, "2026-11-12T08:00:00Z", "phone");
    appeal(history, "2026-11-20T08:00:00Z");
    end(history, "2026-11-24T08:00:00Z", "phone");
    history.reopen("2026-11-25T08:00:00Z");
    const auto rows = history.deadlines(Clock::legal);
    CHECK(rows[0].cancelled_at == utc("2026-11-20T08:00:00Z"));
    CHECK_FALSE(rows[1].met_at);
    CHECK_FALSE(rows[1].cancelled_at);
}

TEST_CASE("a term from the acknowledgement counts from that of its own stage") {
    auto acknowledge = on_appeal("acknowledge");
    acknowledge.term = parse_term("5d");
    acknowledge.is_for = TermFor::acknowledge;
    acknowledge.then = Silence::nothing;
    auto answer = on_appeal();
    answer.from = TermFrom::acknowledged;
    auto history = opened({acknowledge, answer});
    history.contact("2026-11-09T08:00:00Z", by("email", true));
    end(history, "2026-11-12T08:00:00Z", "email");
    CHECK(history.deadlines(Clock::legal).empty());
    appeal(history, "2026-11-20T08:00:00Z");
    CHECK(history.deadlines(Clock::legal)[1].started_at == utc("2026-11-25T21:59:59Z")); // when that is owed
    history.contact("2026-11-22T08:00:00Z", by("email", true));
    CHECK(history.deadlines(Clock::legal)[0].met_at == utc("2026-11-22T08:00:00Z"));
    CHECK(history.deadlines(Clock::legal)[1].started_at == utc("2026-11-22T08:00:00Z"));
}

TEST_CASE("a policy that comes on appeal brings no term of the first stage") {
    auto history = opened({});
    end(history, "2026-11-12T08:00:00Z", "email");
    appeal(history, "2026-11-20T08:00:00Z");
    history.put_in_force("2026-11-21T08:00:00Z", with({goods(), on_appeal()}));
    CHECK(only(history).sla == "appeal");
    CHECK(only(history).started_at == utc("2026-11-20T08:00:00Z"));
}

TEST_CASE("the resolution of the first stage stays judged and only a second look has one of its own") {
    for (const auto* body : {"kril", "review"}) {
        CAPTURE(body);
        auto history = opened({});
        end(history, "2026-11-12T08:00:00Z", "email");
        const auto first = history.deadlines(Clock::resolution);
        REQUIRE(first.size() == 1);
        appeal(history, "2026-11-20T08:00:00Z", body);
        const auto rows = history.deadlines(Clock::resolution);
        CHECK(rows[0] == first[0]);
        REQUIRE(rows.size() == (std::string_view(body) == "review" ? 2 : 1));
        if (rows.size() == 2) CHECK(rows[1].started_at == utc("2026-11-20T08:00:00Z"));
        end(history, "2026-12-20T08:00:00Z", "email");
        CHECK(history.deadlines(Clock::resolution)[0] == first[0]);
    }
}

TEST_CASE("the answer to a body has a deadline of its own whatever becomes of the complaint") {
    auto history = opened({});
    end(history, "2026-11-12T08:00:00Z", "email");
    Procedure parts;
    complaint::NewAppeal made{"kril"};
    made.answer_by = utc("2026-12-18T21:59:59Z");
    history.add(complaint::appeal(history.state(), parts, made, "", on("2026-11-20T08:00:00Z")));
    apply(parts, history.events().back());
    const auto row = [&] {
        const auto rows = history.deadlines(Clock::appeal);
        REQUIRE(rows.size() == 1);
        return rows.front();
    };
    CHECK(row().started_at == utc("2026-11-20T08:00:00Z"));
    CHECK(row().due_at == utc("2026-12-18T21:59:59Z"));
    end(history, "2026-12-01T08:00:00Z", "email");
    CHECK_FALSE(row().cancelled_at);
    const auto news = [&](complaint::AppealTurn turn, std::string_view at) {
        complaint::AppealNews told;
        told.turn = turn;
        return complaint::follow_appeal(history.state(), parts, told, "", on(at));
    };
    auto decided = history;
    decided.add(news(complaint::AppealTurn::decided, "2026-12-10T08:00:00Z"));
    CHECK(decided.deadlines(Clock::appeal)[0].cancelled_at == utc("2026-12-10T08:00:00Z"));
    auto late = history;
    late.add(news(complaint::AppealTurn::decided, "2026-12-20T08:00:00Z"));
    CHECK(late.deadlines(Clock::appeal)[0].missed_at == utc("2026-12-20T08:00:00Z"));
    history.add(news(complaint::AppealTurn::answered, "2026-12-15T08:00:00Z"));
    CHECK(is_met(row()));
}

} // namespace reklamaatio::rulebook::tests
