// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parts.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::AlertLevel;
using complaint::AlertRecord;
using complaint::Offer;
using complaint::Procedure;
using complaint::Promise;
using complaint::StepRecord;
using complaint::Task;

Instant day(int number) {
    return utc("2026-01-12T00:00:00Z") + std::chrono::days{number};
}

// One of each with a value of its own in every field, so that none can be taken for another.
Procedure one_of_each() {
    StepRecord step;
    step.number = 2;
    step.done_at = day(1);
    step.done_by = "maria";
    step.text = "step text";
    step.what = "glass";
    step.where = "door";
    step.why = "heat";
    Promise promise;
    promise.number = 3;
    promise.text = "promise text";
    promise.made_at = day(2);
    promise.made_by = "pekka";
    promise.due_at = day(3);
    promise.kept_at = day(4);
    promise.broken_at = day(5);
    promise.withdrawn_at = day(6);
    Offer offer;
    offer.number = 4;
    offer.remedy = "refund";
    offer.amount = 4'990;
    offer.currency = "EUR";
    offer.text = "offer text";
    offer.made_at = day(7);
    offer.made_by = "aino";
    offer.approved_by = "olga";
    offer.valid_until = day(8);
    offer.accepted_at = day(9);
    offer.declined_at = day(10);
    offer.withdrawn_at = day(11);
    offer.paid_at = day(12);
    offer.wish = "cake";
    AlertRecord alert;
    alert.number = 5;
    alert.level = AlertLevel::escalation;
    alert.clock = complaint::Clock::resolution;
    alert.ordinal = 6;
    alert.detail = "due + 4h";
    alert.due_at = day(13);
    alert.raised_at = day(14);
    alert.role = "lead";
    alert.sent_at = day(15);
    alert.sent_to = "liisa";
    alert.acknowledged_at = day(16);
    alert.acknowledged_by = "teuvo";
    alert.text = "alert text";
    Task task;
    task.number = 7;
    task.text = "task text";
    task.owner = "tiina";
    task.made_at = day(17);
    task.made_by = "kaisa";
    task.due_at = day(18);
    task.done_at = day(19);
    task.dropped_at = day(20);
    complaint::Appeal appeal;
    appeal.number = 8;
    appeal.body = "kkv";
    appeal.ref = "D/1";
    appeal.made_at = day(21);
    appeal.made_by = "eeva";
    appeal.against = complaint::Outcome::rejected;
    appeal.decider = "maria";
    appeal.answer_by = day(22);
    appeal.answered_at = day(23);
    appeal.decided_at = day(24);
    appeal.decision = complaint::Decision::partly;
    appeal.amount = 12000;
    appeal.currency = "PLN";
    return {{step}, {promise}, {offer}, {alert}, {task}, {appeal}};
}

AlertRecord surge(std::int64_t number, Instant when, AlertLevel level = AlertLevel::surge) {
    AlertRecord made;
    made.number = number;
    made.level = level;
    made.due_at = when;
    return made;
}

// Two complaints, R-1 and R-2.
Store with_two() {
    Store store = Store::in_memory(founding());
    for (const auto* subject : {"a", "b"})
        Desk(store).open(about(subject), utc("2026-01-12T07:00:00Z"));
    return store;
}

void put(Store& store, Id id, const Procedure& before, const Procedure& after) {
    put_parts(store.database(), id, after, complaint::differences(before, after));
}

} // namespace

TEST_CASE("parts are read as they were written, field by field, and belong to one complaint") {
    Store store = with_two();
    const auto all = one_of_each();
    put(store, {1}, {}, all);
    CHECK(procedure_of(store.database(), {1}) == all);
    CHECK(alerts_of(store.database(), complaint::Id{1}) == all.alerts);
    CHECK(procedure_of(store.database(), {2}) == Procedure{});
}

TEST_CASE("parts come in the order of their numbers, whenever they were written") {
    Store store = with_two();
    Procedure before;
    for (const std::int64_t number : {12, 1, 7}) {
        Procedure after = before;
        after.alerts.push_back(surge(number, day(1)));
        std::ranges::sort(after.alerts, {}, &AlertRecord::number);
        put(store, {1}, before, after);
        before = after;
    }
    CHECK(procedure_of(store.database(), {1}) == before);
}

TEST_CASE("only what the changes name is written: changed where it is, taken out where it is gone") {
    Store store = with_two();
    const auto before = one_of_each();
    put(store, {1}, {}, before);
    put(store, {2}, {}, before);
    auto after = before;
    after.steps.clear();
    after.offers[0].wish.clear();
    after.offers[0].paid_at.reset();
    after.promises[0].text = "not named";
    auto changes = complaint::differences(before, after);
    std::erase_if(changes, [](const auto& each) { return each.part == complaint::Part::promise; });
    put_parts(store.database(), {1}, after, changes);
    after.promises = before.promises;
    CHECK(procedure_of(store.database(), {1}) == after);
    CHECK(procedure_of(store.database(), {2}) == before);

    remove_parts(store.database(), {1});
    CHECK(procedure_of(store.database(), {1}) == Procedure{});
    CHECK(procedure_of(store.database(), {2}) == before);
}

TEST_CASE("surges of a day are found whichever complaints they were told of") {
    Store store = with_two();
    Procedure first, second;
    first.alerts = {surge(1, day(0)), surge(2, day(1)), surge(3, day(0), AlertLevel::overdue)};
    second.alerts = {surge(4, day(0))};
    put(store, {2}, {}, second);
    put(store, {1}, {}, first);
    CHECK(surge_alerts(store.database(), day(0)) == std::vector{surge(1, day(0)), surge(4, day(0))});
    CHECK(surge_alerts(store.database(), day(1)) == std::vector{surge(2, day(1))});
    CHECK(surge_alerts(store.database(), day(2)).empty());
}

TEST_CASE("the tasks of all complaints come the most urgent first, without those that ended or are void's") {
    Store store = with_two();
    const auto task = [](std::int64_t number, std::optional<Instant> due) {
        Task made;
        made.number = number;
        made.text = "x";
        made.due_at = due;
        return made;
    };
    Procedure first, second;
    first.tasks = {task(1, day(5)), task(2, {}), task(3, day(1))};
    first.tasks[2].done_at = day(1);
    second.tasks = {task(1, day(4)), task(2, day(3))};
    second.tasks[1].dropped_at = day(1);
    put(store, {1}, {}, first);
    put(store, {2}, {}, second);
    const auto told = [&](bool all) {
        std::string text;
        for (const auto& each : tasks_of_all(store.database(), all))
            text += fmt::format("{} T{}; ", to_string(each.complaint), each.task.number);
        return text;
    };
    CHECK(told(false) == "R-2 T1; R-1 T1; R-1 T2; ");
    CHECK(told(true) == "R-1 T3; R-2 T2; R-2 T1; R-1 T1; R-1 T2; ");
    store.database().execute("UPDATE complaint SET status = 'void' WHERE id = 2");
    CHECK(told(false) == "R-1 T1; R-1 T2; ");
}

} // namespace reklamaatio::store::tests
