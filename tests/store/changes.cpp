// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.hpp"

#include "store/actions.hpp"
#include "store/builders.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

// Everything happens an hour after what came before. The making of the database is change 1.
struct Office {
    Store store = Store::in_memory(founding());
    Desk desk{store};
    Instant now = utc("2026-01-12T07:00:00Z");

    Database& database() { return store.database(); }
    Ledger ledger() { return desk.ledger(now += std::chrono::hours{1}); }

    // All give the number of the change that they made.
    std::int64_t open(const std::string& email = "") {
        desk.open(about("x"), now += std::chrono::hours{1}, customer("", email));
        return last_change(database());
    }
    std::int64_t say(std::int64_t id) {
        desk.act({id}, now += std::chrono::hours{1}, saying(complaint::tests::outbound()));
        return last_change(database());
    }
    std::int64_t undo(std::int64_t change) {
        ledger().undo(change);
        return last_change(database());
    }
    std::int64_t rename(std::int64_t id, std::string name) {
        const auto before = *find_customer(database(), {id});
        auto after = before;
        after.name = std::move(name);
        ledger().record(before, after);
        return last_change(database());
    }
    std::int64_t apply_policy() {
        desk.apply_policy(store.policies().current_text().toml, now += std::chrono::hours{1});
        return last_change(database());
    }
    std::int64_t tell(std::int64_t id) {
        complaint::AlertRecord alert;
        alert.level = complaint::AlertLevel::unassigned;
        alert.sent_at = now;
        alert.sent_to = "maria";
        ledger().record_alert(complaint::Id{id}, alert);
        return last_change(database());
    }

    // Zero when nothing is in the way.
    std::int64_t in_the_way(std::int64_t change) {
        const auto found = in_the_way_of(database(), change);
        return found ? found->number : 0;
    }
    std::string touched(std::int64_t change) {
        std::vector<std::string> names;
        for (const auto& each : touched_by(database(), change))
            names.push_back(to_string(each));
        return fmt::format("{}", fmt::join(names, " "));
    }
};

} // namespace

TEST_CASE("in the way is the latest that stands of the same complaint, and of no other") {
    Office office;
    const auto opened = office.open();
    const auto other = office.open();
    const auto hello = office.say(1);
    const auto again = office.say(1);
    CHECK(office.in_the_way(opened) == again);
    CHECK(office.in_the_way(hello) == again);
    CHECK(office.in_the_way(again) == 0);
    CHECK(office.in_the_way(other) == 0);
    const auto undo = office.undo(again);
    CHECK(office.in_the_way(opened) == hello);
    CHECK(office.in_the_way(hello) == 0);
    office.undo(undo); // it is there again, as itself and not as what put it back
    CHECK(office.in_the_way(hello) == again);
}

TEST_CASE("nothing is undone twice, nor put back twice: what did it already is in the way") {
    Office office;
    office.open();
    const auto said = office.say(1);
    const auto undo = office.undo(said);
    CHECK(office.in_the_way(said) == undo);
    CHECK(office.in_the_way(undo) == 0);
    const auto back = office.undo(undo);
    CHECK(office.in_the_way(undo) == back);
    CHECK(office.in_the_way(said) == 0);
    const auto undone = undone_changes(office.database());
    CHECK(undone.contains(undo));
    CHECK_FALSE(undone.contains(said));
    CHECK_FALSE(undone.contains(back));
    // Before it is put back, what came since must go.
    const auto gone = office.undo(back);
    const auto later = office.say(1);
    CHECK(office.in_the_way(undo) == later);
    CHECK(office.in_the_way(gone) == later);
    office.undo(later);
    CHECK(office.in_the_way(undo) == 0);
    CHECK(office.in_the_way(gone) == 0);
    CHECK(office.in_the_way(back) == gone);
}

TEST_CASE("what has gone since is in the way of putting back, and the latest of all that is") {
    Office office;
    office.open();
    office.open();
    const auto said = office.say(2);
    auto ledger = office.ledger();
    merge(office.database(), ledger, {*find_complaint(office.database(), {2})},
          *find_complaint(office.database(), {1}), "", {office.now, office.now});
    const auto merged = last_change(office.database());
    CHECK(office.touched(merged) == "R-2 R-1");
    const auto parted = office.undo(merged);
    office.say(1);
    const auto unsaid = office.undo(said);
    CHECK(office.in_the_way(parted) == unsaid);
}

TEST_CASE("what refers to what a change made is built on it") {
    Office office;
    const auto opened = office.open("maija@example.fi"); // R-1 of C-1
    CHECK(office.touched(opened) == "C-1 R-1");
    const auto second = office.open("maija@example.fi");
    CHECK(office.in_the_way(opened) == second);
    CHECK(office.touched(second) == "R-2");
    const auto renamed = office.rename(1, "Maija");
    CHECK(office.in_the_way(opened) == renamed);
    CHECK(office.in_the_way(second) == 0); // that made no customer

    complaint::Action action;
    action.id = next_action_id(office.database());
    action.text = "pack better";
    action.complaint = Id{2};
    action.opened_at = office.now;
    office.ledger().record({}, action);
    const auto begun = last_change(office.database());
    CHECK(office.touched(begun) == "A-1");
    CHECK(office.in_the_way(second) == begun);
    const auto said = office.say(2); // of what goes on with the complaint, an action is no part
    CHECK(office.in_the_way(begun) == 0);
    CHECK(office.in_the_way(second) == said);
}

TEST_CASE("a merge of customers is touched by what happens to the one who stays") {
    Office office;
    office.open("maija@example.fi");
    office.open("aino@example.fi");
    auto ledger = office.ledger();
    merge(office.database(), ledger, {*find_customer(office.database(), {2})},
          *find_customer(office.database(), {1}), "", {office.now, office.now});
    const auto merged = last_change(office.database());
    CHECK(office.in_the_way(merged) == 0);
    const auto said = office.say(1); // hers from the beginning
    CHECK(office.in_the_way(merged) == 0);
    const auto renamed = office.rename(1, "Maija");
    CHECK(office.in_the_way(merged) == renamed);
    office.undo(renamed);
    CHECK(office.in_the_way(merged) == 0);
    CHECK(office.in_the_way(said) == 0);
}

TEST_CASE("policies are in each other's way and in nobody else's") {
    Office office;
    const auto opened = office.open();
    const auto first = office.apply_policy();
    const auto second = office.apply_policy();
    CHECK(office.touched(second) == "policy 3");
    CHECK(to_string(Touched{PolicyVersion{}}) == "policy");
    CHECK(office.in_the_way(first) == second);
    CHECK(office.in_the_way(opened) == 0);
    const auto undo = office.undo(second);
    CHECK(office.touched(undo) == "policy 3");
    CHECK(office.in_the_way(first) == 0);
    office.undo(first);
    CHECK(office.in_the_way(undo) != 0); // it came after one that is gone
}

TEST_CASE("what was told by an alert is in nobody's way and nobody's to undo") {
    Office office;
    const auto opened = office.open();
    const auto told = office.tell(1);
    CHECK(delivers_alerts(office.database(), told));
    CHECK_FALSE(delivers_alerts(office.database(), opened));
    CHECK(office.in_the_way(opened) == 0);
    CHECK(latest_undoable(office.database(), "maria")->number == opened);
    CHECK_FALSE(latest_undoable(office.database(), "liisa")); // she made the database
}

TEST_CASE("what was touched twice is named once") {
    Office office;
    office.open();
    auto ledger = office.ledger();
    for (const auto* text : {"a", "b"})
        ledger.record(
            *find_complaint(office.database(), {1}),
            complaint::note(*find_complaint(office.database(), {1}), text, {office.now, office.now}));
    CHECK(office.touched(last_change(office.database())) == "R-1");
}

TEST_CASE("changes are read from the latest on, until it is enough") {
    Office office;
    office.open();
    office.open();
    std::vector<std::int64_t> numbers;
    read_changes(office.database(), [&](const Change& change) {
        numbers.push_back(change.number);
        return change.number > 2;
    });
    CHECK(numbers == std::vector<std::int64_t>{3, 2});
    const auto found = find_change(office.database(), k_first_change);
    REQUIRE(found);
    CHECK(found->actor == "liisa");
    CHECK(found->command == "init");
    CHECK_FALSE(find_change(office.database(), 4));
}

} // namespace reklamaatio::store::tests
