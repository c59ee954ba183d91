// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/resolving.hpp"

#include "casework/granting.hpp"
#include "casework/office.hpp"
#include "complaint/commitments.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"
#include "store/actions.hpp"
#include "store/parts.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_monday = "2026-01-12T08:00:00Z";
constexpr std::string_view k_tuesday = "2026-01-13T08:00:00Z";

Complaint logged(Office& office, Complaint facts = {}) {
    auto& desk = office.at(k_monday);
    facts.id = store::next_complaint_id(desk.database());
    facts.uid = store::tests::Desk::uid_of(facts.id);
    if (facts.subject.empty()) facts.subject = "The stove is broken";
    facts.received_at = utc(k_monday);
    facts.customer = store::tests::customer_for(desk.ledger(), store::tests::customer("Maija"));
    return desk.ledger().record({}, complaint::open(facts, false, {utc(k_monday), utc(k_monday)})).complaint;
}

void offer(Office& office, std::int64_t cents) {
    auto& desk = office.at(k_monday);
    const auto before = office.complaint(1);
    complaint::NewOffer made;
    made.remedy = "discount";
    made.amount = cents;
    made.currency = "EUR";
    const complaint::Occasion when{utc(k_monday), utc(k_monday)};
    const auto so_far = store::procedure_of(desk.database(), {1});
    auto after = desk.ledger().record(before, complaint::offer(before, so_far, made, when)).complaint;
    complaint::OfferNews accepted;
    accepted.channel = "phone";
    const auto parts = store::procedure_of(desk.database(), {1});
    office.at(k_monday).ledger().record(after, complaint::turn_offer(after, parts, accepted, when));
}

Ended ended(Office& office, const complaint::Resolution& wanted, std::string actor = "maria") {
    return resolve(office.at(k_tuesday, std::move(actor)), office.complaint(1), wanted,
                   {utc(k_tuesday), utc(k_tuesday)});
}

} // namespace

TEST_CASE("an end that owes a follow-up is resolved and one that owes none is closed") {
    Office office;
    logged(office);
    CHECK(ended(office, {}).after.status == complaint::Status::resolved);
    Office without("");
    store::tests::Desk(without.store())
        .apply_policy("[organisation]\ntimezone = \"Europe/Helsinki\"\n[calendar.o]\nhours.mon = "
                      "[\"08:00-16:00\"]\n[[sla]]\nresponse = \"4h\"\n",
                      utc("2026-01-05T08:00:00Z"));
    logged(without);
    CHECK(ended(without, {}).after.status == complaint::Status::closed);
}

TEST_CASE("whom nobody can ask is followed up by nobody") {
    Office office;
    auto note = store::tests::about("A note in the box", k_monday);
    note.tags = {std::string(complaint::k_anonymous)};
    store::tests::Desk(office.store()).open(note, utc(k_monday));
    CHECK(ended(office, {}).after.status == complaint::Status::closed);
    // Who is told the end can be asked as well.
    note.subject = "At the counter";
    store::tests::Desk(office.store()).open(note, utc(k_monday));
    complaint::Resolution told;
    told.channel = "counter";
    CHECK(resolve(office.at(k_tuesday), office.complaint(2), told, {utc(k_tuesday), utc(k_tuesday)})
              .after.status
          == complaint::Status::resolved);
}

TEST_CASE("what the customer accepted is granted and needs nobody's approval once more") {
    Office office;
    logged(office);
    offer(office, 10'000); // pekka alone may grant 50
    complaint::Resolution wanted;
    CHECK(ended(office, wanted, "pekka").by_offer == 1);
    wanted.remedy = "discount"; // the same, said once more
    wanted.amount = 10'000;
    wanted.currency = "EUR";
    const auto end = ended(office, wanted, "pekka");
    CHECK(end.by_offer == 1);
    CHECK(end.after.remedy == "discount");
    CHECK(end.after.amount == 10'000);
    CHECK(end.after.settled == complaint::Settled::yes);
}

TEST_CASE("several offers that the customer accepted are granted together") {
    Office office;
    logged(office);
    offer(office, 4'000);
    CHECK(ended(office, {}, "pekka").after.amount == 4'000);
    offer(office, 3'000); // in the same minute
    const auto end = ended(office, {}, "pekka");
    CHECK(end.after.amount == 7'000);
    CHECK(end.by_offer == 2);
    complaint::Resolution wanted;
    wanted.remedy = "discount";
    wanted.currency = "EUR";
    for (const std::int64_t said : {3'000, 7'000}) {
        wanted.amount = said;
        CHECK(ended(office, wanted, "pekka").after.amount == 7'000);
    }
    wanted.remedy = "refund"; // besides what is owed already, 10 more than pekka may
    wanted.amount = 1'000;
    CHECK_THROWS_AS(ended(office, wanted, "pekka"), complaint::Refusal);
}

TEST_CASE("another remedy than the accepted one is judged by the authority of who grants it") {
    Office office;
    logged(office);
    offer(office, 4'000);
    complaint::Resolution wanted;
    wanted.remedy = "refund";
    wanted.amount = 10'000;
    wanted.currency = "EUR";
    CHECK_THROWS_AS(ended(office, wanted, "pekka"), complaint::Refusal);
    wanted.approved_by = "maria";
    CHECK_NOTHROW(ended(office, wanted, "pekka"));
    wanted.remedy = "discount";
    CHECK_FALSE(ended(office, wanted, "pekka").by_offer); // the sum differs from that of the offer
}

TEST_CASE("what is left undone by force is told") {
    Office office("[procedure]\nrequired.complaint = [\"understand\", \"fix\"]\n");
    logged(office);
    complaint::Resolution wanted;
    CHECK_THROWS_AS(ended(office, wanted), complaint::Refusal);
    wanted.force = true;
    wanted.text = "she does not answer";
    const auto end = ended(office, wanted);
    CHECK(complaint::joined(complaint::parse_leftovers(end.after.left_undone)) == "step:understand;step:fix");
    CHECK(end.after.left_undone == "step:understand;step:fix");
}

TEST_CASE("one action is opened for several complaints with the cause that they share") {
    Office office;
    Complaint packed;
    packed.cause = "packing";
    packed.product = "stove";
    packed.assignee = "pekka";
    const auto first = logged(office, packed);
    packed.product = "oven";
    packed.assignee = "maria";
    const auto second = logged(office, packed);
    const complaint::Occasion when{utc(k_tuesday), utc(k_tuesday)};
    const auto action = prevent(office.at(k_tuesday), std::vector{first, second}, "pack better", when);
    CHECK(action.cause == "packing");
    CHECK(action.product.empty());
    CHECK(action.owner == "pekka");
    CHECK(store::find_action(office.store().database(), action.id) == action);
    packed.cause = "carrier";
    const auto third = logged(office, packed);
    CHECK_THROWS_AS(prevent(office.at(k_tuesday), std::vector{first, third}, "x", when), complaint::Refusal);
}

} // namespace reklamaatio::casework::tests
