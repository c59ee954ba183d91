// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes can be undone, and what is said of those that cannot.
#include "complaint/refusal.hpp"
#include "store/changes.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {

TEST_CASE("of what stands in the way five are named and the others are counted") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const auto now = utc("2026-01-12T07:00:00Z");
    for (int i = 0; i < 11; ++i)
        desk.open(about("one"), now);     // 2 to 12
    for (const auto* text : {"a", "b"}) { // 13, 14
        auto ledger = desk.ledger(now, "note");
        for (int i = 1; i <= 11; ++i) {
            const auto known = *find_complaint(store.database(), {i});
            ledger.record(known, complaint::note(known, text, {now, now}));
        }
    }
    CHECK(message_of<complaint::Refusal>([&] { desk.ledger(now, "undo").undo(13); })
          == "touched_since: change 13; command note; actor maria; other 14; other_command note; other_actor "
             "maria; touched R-1, R-2, R-3, R-4, R-5; more 6");
    CHECK(touched_by(store.database(), 13).size() == 11);
    CHECK(numbers_touched_by(store.database(), 13).complaints.size() == 11);
    CHECK(first_events_of_change(store.database(), 13, 2).size() == 2);
    CHECK(count_events_of_change(store.database(), 13) == 11);
}

// What stands in the way is named, with what both of them touched.
TEST_CASE("a change is not undone while a later one builds on it") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    Instant now = utc("2026-01-12T07:00:00Z");
    const auto later = [&] { return now += std::chrono::hours{1}; };
    const auto undo = [&](std::int64_t change) { desk.ledger(later(), "undo").undo(change); };
    const auto refusal = [&](std::int64_t change) {
        const std::string before = state_of(database);
        const std::string why = message_of<complaint::Refusal>([&] { undo(change); });
        CHECK(before == state_of(database));
        return why;
    };
    const auto first_policy = store.policies().current_text().toml;

    desk.open(about("one"), later(), customer("Maija", "m@example.fi"));  // 2: R-1, C-1
    desk.open(about("two"), later(), customer("Maija", "M@example.fi"));  // 3: R-2
    desk.act({1}, later(), saying(complaint::tests::outbound("hello")));  // 4
    desk.open(about("three"), later(), customer("Sami", "s@example.fi")); // 5: R-3, C-2
    desk.apply_policy(first_policy, later());                             // 6
    desk.apply_policy(first_policy, later());                             // 7
    auto merging = desk.ledger(later(), "merge");                         // 8
    merge(database, merging, {*find_complaint(database, {3})}, *find_complaint(database, {2}), "",
          {now, now});
    auto customers = desk.ledger(later(), "customer"); // 9
    merge(database, customers, {*find_customer(database, {2})}, *find_customer(database, {1}), "",
          {now, now});

    CHECK(refusal(1) == "change_made_database: change 1; command init; actor liisa");
    CHECK(refusal(99) == "no_such_change: change 99");
    undo(4);
    undo(10); // an undo, undone: the message is there again
    CHECK(refusal(10) == "change_undone: change 10; command undo; actor maria");
    CHECK(refusal(2)
          == "change_built_upon: change 2; command open; actor maria; other 9; other_command customer; "
             "other_actor maria");
    CHECK(refusal(3)
          == "touched_since: change 3; command open; actor maria; other 8; other_command merge; other_actor "
             "maria; touched R-2");
    CHECK(refusal(5)
          == "touched_since: change 5; command open; actor maria; other 9; other_command customer; "
             "other_actor maria; touched C-2, R-3");
    CHECK(refusal(6)
          == "policy_changed_since: change 6; command policy apply; actor maria; other 7; other_command "
             "policy apply; other_actor maria");
    CHECK(refusal(8)
          == "touched_since: change 8; command merge; actor maria; other 9; other_command customer; "
             "other_actor maria; touched R-3");
    CHECK(faults_of(store) == "");
}

TEST_CASE("what is put back needs what was before it") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    Instant now = utc("2026-01-12T07:00:00Z");
    const auto later = [&] { return now += std::chrono::hours{1}; };
    const auto undo = [&](std::int64_t change) { desk.ledger(later(), "undo").undo(change); };
    desk.open(about("one"), later(), customer("Maija", "m@example.fi")); // 2: R-1, C-1
    desk.open(about("two"), later(), customer("Maija", "m@example.fi")); // 3: R-2
    desk.act({1}, later(), saying(complaint::tests::outbound("a")));     // 4
    desk.act({1}, later(), saying(complaint::tests::outbound("b")));     // 5
    undo(5);                                                             // 6
    undo(4);                                                             // 7
    CHECK(message_of<complaint::Refusal>([&] { undo(6); })
          == "touched_since: change 6; command undo; actor maria; other 7; other_command undo; other_actor "
             "maria; touched R-1");
    undo(3); // 8
    undo(2); // 9
    CHECK(message_of<complaint::Refusal>([&] { undo(8); })
          == "customer_taken_back: owner R-2; customer C-1; change 9; command undo; actor maria");
}

TEST_CASE("one's own latest change is taken back, and again the one before") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    const Instant now = utc("2026-01-12T07:00:00Z");
    CHECK_FALSE(latest_undoable(database, "liisa")); // she made the database
    desk.open(about("one"), now);
    desk.open(about("two"), now);
    CHECK(latest_undoable(database, "maria")->number == 3);
    CHECK_FALSE(latest_undoable(database, "pekka"));
    desk.ledger(now, "undo").undo(3);
    CHECK(latest_undoable(database, "maria")->number == 2);
    desk.ledger(now, "undo").undo(2);
    CHECK_FALSE(latest_undoable(database, "maria"));
    CHECK(next_complaint_id(database) == Id{3}); // a number is never used again
    desk.ledger(now, "undo").undo(5);
    CHECK(latest_undoable(database, "maria")->number == 2);
    const auto undone = undone_changes(database);
    for (std::int64_t change = 1; change <= last_change(database); ++change)
        CHECK(undone.contains(change) == (change == 3 || change == 5));
}

// A file may tell of a customer, of a complaint, and then more of the customer: its undoing takes away the
// customer while the complaint is still there, and the other way round when that is undone.
TEST_CASE("what came together in any order goes together and comes back") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    const Instant now = utc("2026-01-12T07:00:00Z");
    {
        auto ledger = Desk(store).ledger(now, "import"); // 2
        Complaint draft = about("one");
        draft.id = {1};
        draft.uid = Desk::uid_of(draft.id);
        draft.customer = ledger.register_customer(customer("Maija", "m@example.fi"))->customer.id;
        ledger.record({}, complaint::import(draft, {now, now}));
        Customer more = customer("Maija", "m@example.fi");
        more.phone = "040 1234567";
        ledger.register_customer(more);
    }
    const std::string before = state_of(database);
    Desk(store).ledger(now, "undo").undo(2); // 3
    CHECK_FALSE(find_complaint(database, {1}));
    CHECK_FALSE(find_customer(database, {1}));
    CHECK(faults_of(store) == "");
    Desk(store).ledger(now, "undo").undo(3);
    CHECK(differences(before, state_of(database)) == "");
    CHECK(faults_of(store) == "");
}

// A local number is read in the country of the policy, whichever that is at the time.
TEST_CASE("whom a phone number belongs to follows the policy's country, forth and back") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    const Instant now = utc("2026-01-12T07:00:00Z");
    const auto toml = [](std::string_view country) {
        return fmt::format("[organisation]\ntimezone = \"Europe/Helsinki\"\ncountry = \"{}\"\n"
                           "[calendar.office]\nhours.mon = [\"08:00-16:00\"]\n",
                           country);
    };
    desk.open(about("one"), now, customer("Maija", "", "040 123 4567"));
    const auto known = [&](const char* phone) {
        return recognise(database, customer("", "", phone),
                         store.policies().current().policy->organisation.country)
            .known.has_value();
    };
    CHECK(known("+358 40 123 4567"));
    desk.apply_policy(toml("PL"), now);
    CHECK(known("040 123 4567"));
    CHECK(known("+48 040 123 4567"));
    CHECK_FALSE(known("+358 40 123 4567"));
    desk.ledger(now, "undo").undo(3);
    CHECK(known("+358 40 123 4567"));
    CHECK_FALSE(known("+48 040 123 4567"));
}

} // namespace reklamaatio::store::tests
