// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/opening.hpp"

#include "casework/office.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_monday = "2026-01-12T08:00:00Z";

NewComplaint about(std::string subject) {
    NewComplaint made;
    made.facts.subject = std::move(subject);
    made.facts.received_at = utc(k_monday);
    return made;
}

Opened logged(Office& office, const NewComplaint& wanted, std::string_view now = k_monday) {
    return open(office.at(now), wanted, {utc(now), utc(now)});
}

} // namespace

TEST_CASE("what is logged has a number a plan and its customer") {
    Office office;
    auto wanted = about("The stove is broken");
    wanted.customer = "Maija <maija@example.fi>";
    const auto opened = logged(office, wanted);
    CHECK(opened.entry.complaint.id == complaint::Id{1});
    CHECK(office.complaint(1) == opened.entry.complaint);
    REQUIRE(opened.entry.plan.deadlines.size() == 2); // response and resolution
    CHECK(opened.entry.plan.deadlines[0].due_at == utc("2026-01-12T12:00:00Z"));
    REQUIRE(opened.match);
    CHECK_FALSE(opened.match->known);
    CHECK(office.customer(opened.entry.complaint.customer->number).email == "maija@example.fi");
    // The next one of hers.
    CHECK(logged(office, wanted).match->known);
}

TEST_CASE("a customer who is named by number must be there") {
    Office office;
    auto wanted = about("a");
    wanted.customer = "C-1";
    CHECK_THROWS_AS(logged(office, wanted), complaint::Refusal);
    wanted.customer = "Maija";
    logged(office, wanted);
    wanted.customer = "1";
    const auto opened = logged(office, wanted);
    CHECK(opened.entry.complaint.customer == complaint::CustomerId{1});
    CHECK_FALSE(opened.match);
}

TEST_CASE("who was said to be calling is the one, and somebody new where that was said") {
    Office office;
    for (const auto* who : {"Ann <ann@example.com>", "Bob <bob@example.com>"}) {
        auto wanted = about("a");
        wanted.customer = who;
        wanted.phone = "040 123 4567";
        logged(office, wanted);
    }
    auto wanted = about("b");
    wanted.phone = "040 123 4567";
    CHECK_THROWS_AS(logged(office, wanted), complaint::Refusal);
    wanted.caller = Caller{complaint::CustomerId{2}};
    CHECK(logged(office, wanted).entry.complaint.customer == complaint::CustomerId{2});
    wanted.caller = Caller{};
    CHECK(logged(office, wanted).entry.complaint.customer == complaint::CustomerId{3});
    wanted.caller = Caller{complaint::CustomerId{9}};
    CHECK_THROWS_AS(logged(office, wanted), complaint::Refusal);
}

TEST_CASE("rules classify and assign what nobody decided by hand") {
    Office office("[[rule]]\nname = \"damage\"\nwhen.text = [\"broken\"]\nset.category = \"damage\"\n"
                  "set.kind = \"claim\"\nassign = \"team:returns\"\n");
    auto wanted = about("The stove is broken");
    wanted.facts.category = "delay";
    wanted.decided = {*rulebook::settable_named("category")};
    const auto opened = logged(office, wanted);
    CHECK(opened.before_rules.kind == complaint::Kind::complaint);
    CHECK(opened.by_rules.kind == complaint::Kind::claim);
    CHECK(opened.entry.complaint.category == "delay");
    CHECK(opened.entry.complaint.assignee == "maria"); // the first of the team, who has nothing
    CHECK(opened.to.person == "maria");
    wanted.by_rules = false;
    CHECK(logged(office, wanted).entry.complaint.assignee.empty());
}

TEST_CASE("what cannot be is refused and nothing is logged") {
    Office office;
    CHECK_THROWS_AS(logged(office, about("")), complaint::Refusal);
    auto tomorrow = about("a");
    tomorrow.facts.received_at = utc("2026-01-13T08:00:00Z");
    CHECK_THROWS_AS(logged(office, tomorrow), complaint::Refusal);
    CHECK(store::next_complaint_id(office.store().database()) == complaint::Id{1});

    auto referenced = about("a");
    referenced.facts.ref = "X1";
    logged(office, referenced);
    CHECK_THROWS_AS(logged(office, referenced), complaint::Refusal);
    referenced.facts.source = "shop"; // another system's X1
    CHECK_NOTHROW(logged(office, referenced));
}

TEST_CASE("an answer that is given with it meets the response clock unless it comes before the complaint") {
    Office office;
    auto wanted = about("a");
    wanted.answered = true;
    const auto opened = logged(office, wanted);
    CHECK(opened.entry.complaint.responded_at == utc(k_monday));
    CHECK(opened.entry.plan.deadlines[0].met_at == utc(k_monday));
    CHECK_THROWS_AS(open(office.at("2026-01-12T09:00:00Z"), wanted,
                         {utc("2026-01-12T07:00:00Z"), utc("2026-01-12T09:00:00Z")}),
                    complaint::Refusal);
}

TEST_CASE("what else the customer has with us is what is not resolved") {
    Office office;
    auto wanted = about("a");
    wanted.customer = "Maija";
    logged(office, wanted);
    wanted.customer = "C-1";
    logged(office, wanted);
    office.act(1, "2026-01-12T09:00:00Z", [](const Complaint& c, const complaint::Occasion& when) {
        return complaint::resolve(c, {}, when);
    });
    const auto third = logged(office, wanted).entry.complaint;
    CHECK(others_unresolved(office.at(k_monday), third) == std::vector{complaint::Id{2}});
    CHECK(others_unresolved(office.at(k_monday), Complaint{}).empty());
}

TEST_CASE("somebody of the same name may be the same where the name is all that is known") {
    Office office;
    auto wanted = about("a");
    wanted.customer = "Maija";
    logged(office, wanted);
    const auto second = logged(office, wanted);
    REQUIRE(second.match);
    const auto namesake = namesake_of(office.at(k_monday), second.match->customer);
    REQUIRE(namesake);
    CHECK(namesake->id == complaint::CustomerId{1});
}

} // namespace reklamaatio::casework::tests
