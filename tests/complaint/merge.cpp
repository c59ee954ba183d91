// SPDX-License-Identifier: GPL-3.0-or-later
// Making one of two.
#include "complaint/merge.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

Complaint numbered(Complaint complaint, std::int64_t number) {
    complaint.id = {number};
    return complaint;
}

} // namespace

TEST_CASE("the one that stays was received and answered when the first of them was") {
    const auto now = on("2026-01-20T08:00:00Z");
    Complaint survivor = numbered(in_status(Status::new_), 1);
    Complaint first = numbered(draft("2026-01-10T06:00:00Z"), 2);
    first.customer = CustomerId{4};
    Complaint answered = numbered(in_status(Status::open), 3);
    answered.responded_at = utc("2026-01-11T06:00:00Z");
    const Complaint merged = after(survivor, merge_in(survivor, {{first}, {answered}}, now));
    CHECK(merged.received_at == first.received_at);
    CHECK(merged.status == Status::open); // as somebody works on one of them
    CHECK(merged.status_at == now.happened_at);
    CHECK(after(survivor, merge_in(survivor, {{first}}, now)).status_at == first.received_at);
    CHECK(merged.responded_at == answered.responded_at);
    CHECK(merged.customer == first.customer);

    const Complaint gone = after(answered, merge_away(answered, {1}, "the same", now));
    CHECK(gone.status == Status::void_);
    CHECK(gone.voided_at == now.happened_at);
    CHECK(gone.merged_into == Id{1});
}

TEST_CASE("what is owed in a duplicate is owed in the one that stays") {
    const auto now = on("2026-01-20T08:00:00Z");
    const Complaint survivor = numbered(in_status(Status::new_), 1);
    Complaint other = numbered(in_status(Status::open), 2);
    other.assignee = "maria";
    Procedure ours;
    ours.promises.push_back({1, "a call", now.now, "liisa", now.now, {}, {}, {}});
    ours.steps.push_back({3, now.now, "liisa", "", "", "", ""});
    Procedure theirs;
    theirs.promises.push_back({1, "a leg", now.now, "maria", now.now, {}, {}, {}});
    theirs.offers.push_back({});
    theirs.offers.back().number = 1;
    theirs.offers.back().remedy = "refund";
    theirs.steps.push_back({2, now.now, "maria", "", "glass", "", ""});
    theirs.steps.push_back({3, now.now, "maria", "", "", "", ""});
    const Event event = merge_in(survivor, {{other, theirs}}, now, ours);
    Procedure parts = ours;
    apply(parts, event);
    REQUIRE(parts.promises.size() == 2);
    CHECK(parts.promises[1].number == 2);
    CHECK(parts.promises[1].text == "a leg");
    REQUIRE(parts.offers.size() == 1);
    REQUIRE(parts.steps.size() == 2);
    CHECK(parts.steps[0].what == "glass");
    CHECK(parts.steps[1].done_by == "liisa"); // what was done stays as it was
    const Complaint merged = after(survivor, event);
    CHECK(merged.assignee == "maria");
    CHECK(merged.status == Status::open);
    CHECK(event.message->text == "merged R-2 into this");
}

TEST_CASE("the one that stays takes over facts that it lacks and the more serious of two") {
    const auto now = on("2026-01-20T08:00:00Z");
    Complaint survivor = numbered(in_status(Status::open), 1);
    survivor.category = "delay";
    survivor.tags = {"a"};
    survivor.harm = Harm::injury;
    Complaint other = numbered(in_status(Status::waiting), 2);
    other.waiting_since = now.now;
    other.wish = "money";
    other.product = "stove";
    other.category = "damage";
    other.cause = "packing";
    other.tags = {"b"};
    other.priority = Priority::high;
    other.harm = Harm::safety;
    const Complaint merged = after(survivor, merge_in(survivor, {{other}}, now));
    CHECK(merged.wish == "money");
    CHECK(merged.product == "stove");
    CHECK(merged.cause == "packing");
    CHECK(merged.category == "delay"); // its own
    CHECK(merged.tags == std::vector<std::string>{"a", "b"});
    CHECK(merged.priority == Priority::high);
    CHECK(merged.harm == Harm::injury);
    CHECK(merged.status == Status::open);
}

TEST_CASE("who was told of either danger was told of the one, and a reason holds for its own") {
    Complaint survivor = in_status(Status::open);
    Complaint other = in_status(Status::open);
    other.id = {8};
    other.harm = Harm::injury;
    other.not_reportable = "a scratch";
    other.not_reportable_at = utc("2026-01-12T09:00:00Z");
    const auto merged = [&] {
        return after(survivor, merge_in(survivor, {{other}}, on("2026-01-14T12:00:00Z")));
    };
    CHECK(merged().not_reportable == "a scratch");
    CHECK(merged().not_reportable_at == other.not_reportable_at);
    survivor.harm = Harm::safety; // a danger of its own
    CHECK(merged().not_reportable.empty());
    survivor.reported_to = "Tukes 1";
    survivor.reported_at = utc("2026-01-13T09:00:00Z");
    other.reported_to = "Tukes 2";
    other.reported_at = utc("2026-01-12T10:00:00Z");
    CHECK(merged().reported_to == "Tukes 1; Tukes 2");
    CHECK(merged().reported_at == other.reported_at);
    other.reported_to = "Tukes 1";
    CHECK(merged().reported_to == "Tukes 1");
}

TEST_CASE("nothing that is open is merged into what is over") {
    const auto now = on("2026-01-20T08:00:00Z");
    const Complaint over = numbered(in_status(Status::closed), 1);
    CHECK(message_of<Refusal>([&] { merge_in(over, {{numbered(in_status(Status::waiting), 2)}}, now); })
          == "merge_loses_work: survivor R-1; status closed; duplicate R-2");
    CHECK_NOTHROW(merge_in(over, {{numbered(in_status(Status::resolved), 2)}}, now));
}

TEST_CASE("what was merged away says where to go whatever is asked of it") {
    const auto now = on("2026-01-20T08:00:00Z");
    Complaint gone = in_status(Status::void_);
    gone.merged_into = Id{1};
    const std::string why = "merged_before: merged R-7; survivor R-1";
    CHECK(message_of<Refusal>([&] { reopen(gone, "", now); }) == why);
    CHECK(message_of<Refusal>([&] { contact(gone, outbound(), now); }) == why);
    CHECK(message_of<Refusal>([&] { merge_away(gone, {2}, "", now); }) == why);
    CHECK(message_of<Refusal>([&] { merge_in(gone, {}, now); }) == why);
    CHECK(message_of<Refusal>([&] { merge_away(gone, {7}, "", now); }) == "merged_into_itself: survivor R-7");
    CHECK(note(gone, "still read", now).message);
}

TEST_CASE("who stays takes over what was not known and no more") {
    Customer survivor;
    survivor.id = {1};
    survivor.email = "maija@example.fi";
    Customer duplicate;
    duplicate.id = {2};
    duplicate.name = "Maija";
    duplicate.email = "m@example.fi";
    duplicate.value = 100;
    const Customer after = with_gaps_filled(survivor, duplicate);
    CHECK(after.id == survivor.id);
    CHECK(after.name == "Maija");
    CHECK(after.email == "maija@example.fi");
    CHECK(after.value == 100);
    const Customer gone = merge_away(duplicate, {1});
    CHECK(gone.merged_into == CustomerId{1});
    CHECK(message_of<Refusal>([&] { merge_away(gone, {3}); }) == "merged_before: merged C-2; survivor C-1");
    CHECK(message_of<Refusal>([&] { merge_away(survivor, {1}); }) == "merged_into_itself: survivor C-1");
}

} // namespace reklamaatio::complaint::tests
