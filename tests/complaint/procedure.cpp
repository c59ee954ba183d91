// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/procedure.hpp"

#include "complaint/builders.hpp"
#include "complaint/random_complaint.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

std::optional<Instant> perhaps_a_time(Random& random) {
    if (below(random, 2) == 0) return std::nullopt;
    return Instant{Seconds{random_number(random, 2'000'000'000)}};
}

std::string perhaps_a_text(Random& random) {
    return below(random, 2) == 0 ? "" : random_text(random, 6);
}

// Some of the numbers from 1 to 5, each part with something in it.
template <typename T, typename Fill>
std::vector<T> random_parts(Random& random, Fill fill) {
    std::vector<T> parts;
    for (std::int64_t number = 1; number <= 5; ++number) {
        if (below(random, 2) == 0) continue;
        T part;
        part.number = number;
        fill(part);
        parts.push_back(std::move(part));
    }
    return parts;
}

Procedure random_procedure(Random& random) {
    Procedure made;
    made.steps = random_parts<StepRecord>(random, [&](StepRecord& step) {
        step.done_at = Instant{Seconds{1}};
        for (auto* text : {&step.done_by, &step.text, &step.what, &step.where, &step.why})
            *text = perhaps_a_text(random);
    });
    made.promises = random_parts<Promise>(random, [&](Promise& promise) {
        promise.text = "x";
        promise.made_by = perhaps_a_text(random);
        for (auto* at :
             {&promise.made_at, &promise.due_at, &promise.kept_at, &promise.broken_at, &promise.withdrawn_at})
            *at = perhaps_a_time(random);
    });
    made.offers = random_parts<Offer>(random, [&](Offer& offer) {
        offer.remedy = "refund";
        if (below(random, 2) == 0) offer.amount = random_number(random, 1'000'000);
        for (auto* text : {&offer.currency, &offer.text, &offer.made_by, &offer.approved_by, &offer.wish})
            *text = perhaps_a_text(random);
        for (auto* at : {&offer.made_at, &offer.valid_until, &offer.accepted_at, &offer.declined_at,
                         &offer.withdrawn_at, &offer.paid_at})
            *at = perhaps_a_time(random);
    });
    return made;
}

Event changing(std::vector<PartChange> parts) {
    Event event;
    event.parts = std::move(parts);
    return event;
}

} // namespace

TEST_CASE("what differs between two procedures brings the first to the second and back") {
    Random random(11);
    for (int i = 0; i < 500; ++i) {
        const Procedure before = random_procedure(random);
        const Procedure after = random_procedure(random);
        const Event event = changing(differences(before, after));

        Procedure state = before;
        apply(state, event);
        REQUIRE(state == after);
        apply(state, inverse(event));
        REQUIRE(state == before);

        REQUIRE(std::ranges::is_sorted(event.parts, {}, [](const PartChange& change) {
            return std::pair{change.part, change.number};
        }));
        for (const auto& change : event.parts)
            REQUIRE_FALSE(change.changes.empty());
    }
}

TEST_CASE("a procedure does not differ from itself") {
    Random random(12);
    const Procedure procedure = random_procedure(random);
    CHECK(differences(procedure, procedure).empty());
}

TEST_CASE("a part whose making is taken back is gone and leaves its neighbours") {
    Procedure before;
    before.promises = {{1, "a leg", utc(k_received), "maria", utc(k_received), {}, {}, {}}};
    Procedure after = before;
    after.promises.push_back({2, "a stove", utc(k_received), "maria", utc(k_received), {}, {}, {}});
    Procedure state = after;
    apply(state, inverse(changing(differences(before, after))));
    CHECK(state == before);
}

TEST_CASE("a promise is open until it is kept or broken or withdrawn") {
    Promise promise;
    CHECK(state_of(promise) == PromiseState::open);
    promise.kept_at = utc(k_received);
    CHECK(state_of(promise) == PromiseState::kept);
    promise = {};
    promise.broken_at = utc(k_received);
    CHECK(state_of(promise) == PromiseState::broken);
    promise = {};
    promise.withdrawn_at = utc(k_received);
    CHECK(state_of(promise) == PromiseState::withdrawn);
}

// made ------------- valid until 16:00 | expired
TEST_CASE("an offer stands until it is answered or its time is over") {
    const auto now = utc("2026-01-12T16:00:00Z");
    Offer offer;
    CHECK(state_of(offer, now) == OfferState::proposed);
    offer.valid_until = now;
    CHECK(state_of(offer, now) == OfferState::proposed);
    CHECK(state_of(offer, now + Seconds{1}) == OfferState::expired);
    offer.accepted_at = now;
    offer.paid_at = now;
    CHECK(state_of(offer, now + Seconds{1}) == OfferState::accepted);
    offer.accepted_at.reset();
    offer.declined_at = now;
    CHECK(state_of(offer, now + Seconds{1}) == OfferState::declined);
    offer.declined_at.reset();
    offer.withdrawn_at = now;
    CHECK(state_of(offer, now + Seconds{1}) == OfferState::withdrawn);
}

TEST_CASE("a step is kept under its number and done once it stands there") {
    Procedure procedure;
    CHECK_FALSE(is_done(procedure, Step::fix));
    CHECK(number_of(Step::empathise) == 1);
    CHECK(number_of(Step::compensate) == 5);
    procedure.steps.push_back({number_of(Step::fix), utc(k_received), "maria", "", "", "", ""});
    CHECK(is_done(procedure, Step::fix));
    CHECK_FALSE(is_done(procedure, Step::apologise));
}

} // namespace reklamaatio::complaint::tests
