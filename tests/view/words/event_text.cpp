// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/event_text.hpp"

#include "complaint/builders.hpp"

namespace reklamaatio::view::tests {
namespace {

using complaint::Event;
using complaint::EventKind;
using complaint::FieldChange;
using complaint::Value;
using complaint::tests::utc;

const time::Instant k_noon = utc("2026-01-12T10:00:00Z");
const Value k_nothing;
const Value k_noon_value{k_noon.time_since_epoch().count()};

std::string noon(time::Instant at) {
    return at == k_noon ? "noon" : time::to_iso(at);
}

Event of_complaint(EventKind kind, std::vector<FieldChange> changes) {
    Event made;
    made.kind = kind;
    made.complaint = complaint::Id{1};
    made.changes = std::move(changes);
    return made;
}
Value number(std::int64_t value) {
    return value;
}

const FieldChange k_waits{"status", "open", "waiting"};
const FieldChange k_for_a_photo{"waiting_reason", k_nothing, "a photo"};
const FieldChange k_since{"waiting_since", k_nothing, k_noon_value};

} // namespace

TEST_CASE("a change is told from what to what, and what was empty by what it became") {
    const auto event = of_complaint(EventKind::edited, {{"status", "new", "open"},
                                                        {"status_at", number(1), k_noon_value}, // follows
                                                        {"assignee", k_nothing, "maria"},
                                                        {"category", "damage", k_nothing},
                                                        {"received_at", number(0), k_noon_value}});
    CHECK(event_text(event, noon)
          == "status new → open, assignee maria, category damage → –, received at – → noon");
    CHECK(event_text(event, time::Zone::utc()).ends_with("received at – → 2026-01-12 10:00"));
    CHECK(kind_text(EventKind::offer_answered) == "offer answered");
}

TEST_CASE("a value is told as people write it, with its unit and without that of the field's name") {
    const auto told = [](std::string_view field, Value value) {
        return event_text(of_complaint(EventKind::edited, {{field, k_nothing, std::move(value)}}), noon);
    };
    CHECK(told("amount_cents", number(4'990)) == "amount 49.90");
    CHECK(told("customer_id", number(7)) == "customer C-7");
    CHECK(told("merged_into", number(3)) == "merged into R-3");
    CHECK(told("given_response_due_at", k_noon_value) == "given response due noon");
    CHECK(told("csat", number(4)) == "csat 4");
    CHECK(told("left_undone", "promise:1;step:fix")
          == "left undone an open promise (P1); the step fix left to do");
    Event policy;
    policy.changes = {{complaint::k_policy_version, number(1), number(2)},
                      {complaint::k_policy_hash, "0123456789abcdef", "fedcba9876543210"}};
    CHECK(event_text(policy, noon) == "policy version 1 → 2, policy hash 0123456789ab → fedcba987654");
}

TEST_CASE("whoever reads the beginning first reads what was said, then what changed, and then when") {
    auto opened = of_complaint(EventKind::opened, {{"kind", "complaint", "claim"},
                                                   {"subject", k_nothing, "The stove"},
                                                   {"text", k_nothing, "It is broken."},
                                                   {"received_at", number(0), k_noon_value},
                                                   {"channel", k_nothing, "email"}});
    CHECK(event_text(opened, noon)
          == "kind claim, subject The stove, text It is broken., received at noon, channel email");
    CHECK(telling_text(opened, noon)
          == "The stove, It is broken., kind claim, channel email, received at noon");
    auto waits = of_complaint(EventKind::contacted, {k_since, k_waits});
    waits.message = complaint::Message{complaint::Direction::out, "phone", false, "Send one."};
    CHECK(telling_text(waits, noon) == "to phone \"Send one.\", status open → waiting, waiting since noon");
    waits.erased = true;
    waits.message.reset();
    CHECK(telling_text(waits, noon) == "status open → waiting, waiting since noon, [erased]");
}

TEST_CASE("a message is told by its way and its words, and a note by its words alone") {
    using complaint::Direction;
    const auto told = [](complaint::Message message) {
        auto event = of_complaint(EventKind::contacted, {});
        event.message = std::move(message);
        return event_text(event, noon);
    };
    CHECK(told({Direction::in, "email", false, "Hello"}) == "from email \"Hello\"");
    CHECK(told({Direction::out, "", true, ""}) == "to the customer (automatic)");
    CHECK(told({Direction::note, "", false, "ask Bo"}) == "\"ask Bo\"");
}

TEST_CASE("a summary leaves out what the kind of event says, and times that follow from it") {
    const auto summary = [](const Event& event) { return summary_text(event, noon, false); };
    CHECK(summary(of_complaint(EventKind::contacted, {k_waits, k_for_a_photo, k_since}))
          == "status open → waiting, for: a photo");
    CHECK(summary(of_complaint(EventKind::contacted, {{"waiting_reason", "a photo", "a bill"}}))
          == "waiting for: a photo → a bill");
    CHECK(summary(of_complaint(EventKind::contacted,
                               {{"status", "waiting", "open"}, {"waiting_reason", "a photo", k_nothing}}))
          == "status waiting → open");
    CHECK(summary(of_complaint(EventKind::reopened, {{"status", "closed", "open"},
                                                     {"outcome", "upheld", k_nothing},
                                                     {"reopened_count", number(0), number(1)}}))
          == "status closed → open");
    CHECK(summary(of_complaint(EventKind::edited, {{"received_at", number(60), k_noon_value},
                                                   {"text", "a long story", "a longer one"}}))
          == "received at 1970-01-01T00:01:00Z → noon, text changed");
    CHECK(summary(of_complaint(EventKind::offer_answered, {{"paid_at", k_nothing, k_noon_value}}))
          == "remedy paid");
    CHECK(summary(of_complaint(EventKind::undone, {{"paid_at", k_noon_value, k_nothing}}))
          == "remedy no longer paid");
}

TEST_CASE(
    "a summary tells of a message that there was one, unless it is told elsewhere or goes without saying") {
    auto event = of_complaint(EventKind::contacted, {{"status", "new", "open"}});
    event.message = complaint::Message{complaint::Direction::in, "phone", false, "Hello"};
    CHECK(summary_text(event, noon, false) == "status new → open, message from the customer by phone");
    CHECK(summary_text(event, noon, true) == "status new → open");
    event.message->direction = complaint::Direction::note;
    CHECK(summary_text(event, noon, false) == "status new → open");

    complaint::Procedure parts;
    complaint::Offer offer;
    offer.number = 1;
    offer.remedy = "refund";
    offer.made_at = k_noon;
    parts.offers = {offer};
    event.kind = EventKind::offered;
    event.message->direction = complaint::Direction::out;
    event.parts = complaint::differences({}, parts);
    CHECK(summary_text(event, noon, false) == "status new → open, offer 1: refund");
    CHECK(summary_text(event, noon, true) == "status new → open");
    CHECK(about_text(complaint::Direction::out, event.parts, noon) == "offer 1: refund");
}

TEST_CASE("two states are told by their differences, and a reason stands in brackets behind what it is for") {
    const auto before = complaint::tests::in_status(complaint::Status::open);
    auto after = before;
    after.team = "returns";
    after.assigned_at = k_noon;
    CHECK(changes_text(before, after, time::Zone::utc()) == "team returns");
    CHECK(changes_text(before, before, time::Zone::utc()).empty());
    CHECK(with_reason("team returns", "nobody else is there") == "team returns (nobody else is there)");
    CHECK(with_reason("team returns", "") == "team returns");
    CHECK(with_reason("", "nobody is there") == "nobody is there");
}

} // namespace reklamaatio::view::tests
