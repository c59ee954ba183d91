// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes can be undone, and what is said of those that cannot.
#include "complaint/error.hpp"
#include "store/changes.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {

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
        const std::string sentence = message_of<complaint::Refusal>([&] { undo(change); });
        CHECK(before == state_of(database));
        return sentence;
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

    CHECK(refusal(1) == "change 1 (init by liisa) made the database; it cannot be undone");
    CHECK(refusal(99) == "there is no change 99; see reklamaatio undo --list");
    undo(4);
    undo(10); // an undo, undone: the message is there again
    CHECK(refusal(10) == "change 10 (undo by maria) is undone already");
    CHECK(refusal(2)
          == "change 2 (open by maria) cannot be undone: change 9 (customer by maria) builds on it; undo "
             "that first");
    CHECK(refusal(3)
          == "change 3 (open by maria) cannot be undone: change 8 (merge by maria) touched R-2 after it; "
             "undo that "
             "first");
    CHECK(refusal(5)
          == "change 5 (open by maria) cannot be undone: change 9 (customer by maria) touched C-2, R-3 after "
             "it; "
             "undo that first");
    CHECK(refusal(6)
          == "change 6 (policy apply by maria) cannot be undone: change 7 (policy apply by maria) touched "
             "the policy "
             "after it; undo that first");
    CHECK(refusal(8)
          == "change 8 (merge by maria) cannot be undone: change 9 (customer by maria) touched R-3 after it; "
             "undo "
             "that first");
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
          == "change 6 (undo by maria) cannot be undone: change 7 (undo by maria) touched R-1 after it; undo "
             "that "
             "first");
    undo(3); // 8
    undo(2); // 9
    CHECK(message_of<complaint::Refusal>([&] { undo(8); })
          == "R-2 would belong to C-1, which change 9 (undo by maria) took back; undo that first");
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
    CHECK(undone_changes(database) == std::set<std::int64_t>{3, 5});
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
            .has_value();
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
