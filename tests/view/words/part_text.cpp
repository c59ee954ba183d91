// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/part_text.hpp"

#include "complaint/builders.hpp"

namespace reklamaatio::view::tests {
namespace {

using complaint::AlertRecord;
using complaint::Offer;
using complaint::Part;
using complaint::PartChange;
using complaint::Procedure;
using complaint::Promise;
using complaint::StepRecord;
using complaint::tests::utc;
using Parts = std::vector<PartChange>;

const time::Instant k_noon = utc("2026-01-12T10:00:00Z");
const time::Instant k_later = utc("2026-01-13T10:00:00Z");

// "noon" or "later".
std::string told(time::Instant at) {
    return at == k_noon ? "noon" : at == k_later ? "later" : time::to_iso(at);
}

Offer offer() {
    Offer made;
    made.number = 2;
    made.remedy = "refund";
    made.amount = 4'990;
    made.currency = "EUR";
    made.made_at = k_noon;
    made.made_by = "maria";
    made.approved_by = "olga";
    made.valid_until = k_later;
    return made;
}
Promise promise() {
    Promise made;
    made.number = 1;
    made.text = "a call";
    made.made_at = k_noon;
    made.due_at = k_later;
    return made;
}
StepRecord understood() {
    StepRecord made;
    made.number = complaint::number_of(complaint::Step::understand);
    made.done_at = k_noon;
    made.what = "glass broke";
    made.why = "thermal shock";
    return made;
}
AlertRecord overdue() {
    AlertRecord made;
    made.number = 9;
    made.level = complaint::AlertLevel::overdue;
    made.clock = complaint::Clock::response;
    made.ordinal = 1;
    return made;
}

Procedure with(const Offer& offer) {
    return {{}, {}, {offer}, {}, {}};
}
Procedure with(const Promise& promise) {
    return {{}, {promise}, {}, {}, {}};
}
Procedure with(const AlertRecord& alert) {
    return {{}, {}, {}, {alert}, {}};
}

std::string told_change(const Procedure& before, const Procedure& after) {
    return parts_text(complaint::differences(before, after), told);
}

} // namespace

TEST_CASE("what is offered and promised is told whole as it is made, and by its end afterwards") {
    CHECK(told_change({}, with(offer())) == "offer 2: refund 49.90 EUR, valid until later, approved by olga");
    Offer bare = offer();
    bare.amount.reset();
    bare.valid_until.reset();
    bare.approved_by.clear();
    CHECK(told_change({}, with(bare)) == "offer 2: refund");
    CHECK(told_change({}, with(promise())) == "promise P1 by later: a call");

    Offer declined = offer();
    declined.declined_at = k_noon;
    declined.wish = "a cake";
    CHECK(told_change(with(offer()), with(declined)) == "offer 2 declined, wish \"a cake\"");
    Offer paid = offer();
    paid.paid_at = k_later;
    CHECK(told_change(with(offer()), with(paid)) == "offer 2 paid");
    Promise broken = promise();
    broken.broken_at = k_later;
    CHECK(told_change(with(promise()), with(broken)) == "promise P1 broken");
}

TEST_CASE("an undo tells what is no longer so") {
    CHECK(told_change(with(offer()), {}) == "offer 2 taken back");
    CHECK(told_change(with(promise()), {}) == "promise P1 taken back");
    Promise kept = promise();
    kept.kept_at = k_later;
    CHECK(told_change(with(kept), with(promise())) == "promise P1 no longer kept");
    CHECK(told_change({{understood()}, {}, {}, {}, {}}, {}) == "step understand no longer done");
}

TEST_CASE("an alert is told with whom it reached, or with who took it on") {
    AlertRecord alert = overdue();
    alert.sent_at = k_noon;
    alert.sent_to = "maria";
    CHECK(told_change({}, with(alert)) == "response overdue, told maria");
    alert = overdue();
    alert.acknowledged_at = k_noon;
    CHECK(told_change({}, with(alert)) == "response overdue acknowledged");
    alert.text = "on it";
    CHECK(told_change({}, with(alert)) == "response overdue acknowledged: on it");
    CHECK(told_change(with(alert), {}) == "response overdue no longer acknowledged");
}

TEST_CASE("an appeal is told with the body and its reference, among ourselves") {
    complaint::Appeal appeal;
    appeal.number = 1;
    appeal.body = "kkv";
    appeal.ref = "D/123/2026";
    appeal.made_at = k_noon;
    appeal.made_by = "maria";
    const Procedure appealed{{}, {}, {}, {}, {}, {appeal}};
    CHECK(told_change({}, appealed) == "appeal A1 to kkv, its reference D/123/2026");
    CHECK(told_change(appealed, {}) == "appeal A1 taken back");
    CHECK(said_parts_text(complaint::differences({}, appealed), told).empty());
    appeal.ref.clear();
    CHECK(told_change({}, {{}, {}, {}, {}, {}, {appeal}}) == "appeal A1 to kkv");
    auto answered = appeal;
    answered.answered_at = k_noon;
    CHECK(told_change({{}, {}, {}, {}, {}, {appeal}}, {{}, {}, {}, {}, {}, {answered}})
          == "appeal A1 answered");
    CHECK(told_change({{}, {}, {}, {}, {}, {answered}}, {{}, {}, {}, {}, {}, {appeal}})
          == "appeal A1 no longer answered");
    auto decided = answered;
    decided.decided_at = k_noon;
    decided.decision = complaint::Decision::partly;
    decided.amount = 12000;
    decided.currency = "EUR";
    CHECK(told_change({{}, {}, {}, {}, {}, {answered}}, {{}, {}, {}, {}, {}, {decided}})
          == "appeal A1 decided: partly, 120.00 EUR");
    CHECK(told_change({{}, {}, {}, {}, {}, {decided}}, {{}, {}, {}, {}, {}, {answered}})
          == "appeal A1 no longer decided");
    appeal.body = complaint::k_review;
    CHECK(told_change({}, {{}, {}, {}, {}, {}, {appeal}}) == "appeal A1, a second look");
}

TEST_CASE("of several parts the customer hears promises and offers, and the rest is among ourselves") {
    AlertRecord alert = overdue();
    alert.sent_at = k_noon;
    alert.sent_to = "maria";
    const auto all = complaint::differences({}, {{understood()}, {promise()}, {offer()}, {alert}, {}});
    CHECK(said_parts_text(all, told)
          == "promise P1 by later: a call; offer 2: refund 49.90 EUR, valid until later");
    CHECK(internal_parts_text(all, told) == "step understand done; response overdue, told maria");
    CHECK(parts_text(all, told)
          == "step understand done; promise P1 by later: a call; offer 2: refund 49.90 EUR, valid until "
             "later, approved by olga; response overdue, told maria");
    CHECK(parts_text({}, told).empty());
}

TEST_CASE("what understanding found out is told by question, and only of steps") {
    const auto all = complaint::differences({}, {{understood()}, {promise()}, {}, {}, {}});
    REQUIRE(all.size() == 2);
    CHECK(found_text(all[0]) == "what: glass broke, why: thermal shock");
    CHECK(found_text(all[1]).empty());
    StepRecord everywhere = understood();
    everywhere.where = "the door";
    CHECK(found_text(complaint::differences({}, {{everywhere}, {}, {}, {}, {}})[0])
          == "what: glass broke, where: the door, why: thermal shock");
}

} // namespace reklamaatio::view::tests
