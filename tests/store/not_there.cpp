// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for and is not there, or cannot be so, in a database that somebody has changed: it is called damage, and no answer
// is made up.
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/alerts.hpp"
#include "store/builders.hpp"
#include "store/changes.hpp"
#include "store/customer_match.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/planning.hpp"
#include "store/sql_question.hpp"
#include "store/volumes.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_now = utc("2026-01-12T07:00:00Z");

template <typename Work>
void check_damaged(Work work, const std::string& what) {
    const auto failure = failure_of(work);
    CAPTURE(failure.message);
    CHECK(failure.kind == ErrorKind::damaged);
    CHECK(failure.message.find(what) != std::string::npos);
}

// C-1 was merged into C-2, and that one into C-3.
struct Chain {
    Store store = Store::in_memory(founding());
    Desk desk{store};
    Chain() {
        for (const auto* name : {"Maija", "Maija Meikäläinen", "M. Meikäläinen"})
            desk.ledger(k_now).register_customer(
                customer(name, fmt::format("m{}@example.fi", std::string_view(name).size()), "040 1234567"));
        merge_into(1, 2);
        merge_into(2, 3);
    }
    void merge_into(std::int64_t gone, std::int64_t stays) {
        auto ledger = desk.ledger(k_now, "merge");
        merge(store.database(), ledger, {*find_customer(store.database(), {gone})},
              *find_customer(store.database(), {stays}), "", {k_now, k_now});
    }
};

} // namespace

TEST_CASE("what the database refers to and does not have is damage, with its name") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk(store).open(about("The stove is broken"), k_now);
    check_damaged([&] { known_action(database, {9}); }, "A-9");
    check_damaged([&] { known_change(database, 99); }, "change 99 is not in its log");
    check_damaged([&] { known_customer(database, {9}); }, "C-9");
    check_damaged([&] { known_complaint(database, {9}); }, "R-9");
    check_damaged([&] { overviews_of(database, {Id{1}, Id{1}, Id{9}}); }, "R-9");
    CHECK_FALSE(find_customer_overview(database, {9}));
    CHECK(last_planned_at(database, Id{9}) == Instant{});
    CHECK(last_planned_at(database, complaint::ActionId{9}) == Instant{});
}

TEST_CASE("who was merged twice is known as the one who stays, under every name") {
    Chain chain;
    auto& database = chain.store.database();
    std::vector<CustomerOverview> all;
    read_customers(database, [&](const CustomerOverview& each) {
        all.push_back(each);
        return true;
    });
    REQUIRE(all.size() == 1);
    CHECK(all[0].customer.id == CustomerId{3});
    REQUIRE(all[0].also_known_as.size() == 2);
    CHECK(all[0].also_known_as[0].id == CustomerId{1});
    CHECK(all[0].also_known_as[1].id == CustomerId{2});
    for (const auto* text : {"Maija", "maija meikäläinen", "+358 40 1234567"}) {
        CAPTURE(text);
        const auto called = customers_called(database, text, "FI");
        REQUIRE(called.whole.size() == 1);
        CHECK(called.whole[0].id == CustomerId{3});
    }
    CHECK(customers_called(database, "meikäl", "FI").part.size() == 1);
    CHECK(customers_called(database, "1234567", "FI").part.size() == 1);
    const auto nobody = customers_called(database, "Pekka", "FI");
    CHECK(nobody.whole.empty());
    CHECK(nobody.part.empty());
    // An extension is a part of no number.
    CHECK(customers_called(database, "1234567 ext. 8", "FI").part.empty());
    CHECK_FALSE(is_called(*find_customer(database, {3}), "", "FI"));
}

TEST_CASE("the reading of customers ends where no more are wanted") {
    Store store = Store::in_memory(founding());
    for (int i = 0; i < 3; ++i)
        Desk(store).ledger(k_now).register_customer(customer(fmt::format("Aino {}", i)));
    int read = 0;
    read_customers(store.database(), [&](const CustomerOverview&) { return ++read < 2; });
    CHECK(read == 2);
}

TEST_CASE(
    "customers who were merged into each other in a ring are damage, and no command goes round for ever") {
    Chain chain;
    auto& database = chain.store.database();
    database.execute("UPDATE customer SET merged_into = 1 WHERE id = 3");
    check_damaged([&] { recognise(database, customer("", "m5@example.fi"), "FI"); },
                  "was merged into one that was merged into it");
    int read = 0;
    read_customers(database, [&](const CustomerOverview&) { return ++read < 9; });
    CHECK(read == 0); // all of them are gone
}

TEST_CASE("complaints that go on in each other in a ring are planned once each") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("The stove is broken"), k_now);
    desk.open(about("It is broken again"), k_now);
    store.database().execute("UPDATE complaint SET merged_into = 3 - id");
    replan_survivors(store.database(), store.policies(), {1});
    store.database().execute("UPDATE complaint SET merged_into = 9 WHERE id = 1");
    replan_survivors(store.database(), store.policies(), {1}); // there is nothing to plan
    CHECK(store.database().query_once("SELECT 1 FROM deadline WHERE complaint_id = 9").next() == false);
}

TEST_CASE("an event of nobody's days off, or of a volume of nothing, is damage or none") {
    Event event;
    CHECK_FALSE(person_of(event));
    CHECK_FALSE(volume_told(event));
    event.changes.push_back({complaint::k_person, {}, {}});
    event.changes.push_back({complaint::k_volume_of, {}, {}});
    CHECK_FALSE(person_of(event));
    CHECK_FALSE(volume_told(event));
    event.changes[0].before = std::string("maija");
    CHECK(person_of(event) == "maija");
    event.changes[1].after = std::string("sauna kiuas");
    check_damaged([&] { volume_told(event); }, "'sauna kiuas' is the volume of nothing");
}

TEST_CASE("a question in SQL has names for its parameters") {
    Store store = Store::in_memory(founding());
    const auto refusal_of = [&](const std::string& sql) {
        return message_of<BadSql>([&] { SqlQuestion(store.database(), sql, {}); });
    };
    CHECK(refusal_of("SELECT ?").starts_with("'?' is not a parameter of a report"));
    CHECK(refusal_of("SELECT :half").starts_with("':half' is not a parameter of a report"));
    CHECK(refusal_of("PRAGMA data_version") == "");
    CHECK(refusal_of("PRAGMA data_version = 7") == "a report reads and does nothing else; write one SELECT");
    CHECK(refusal_of("PRAGMA user_version") == "a report reads and does nothing else; write one SELECT");
    CHECK(refusal_of("SAVEPOINT a") == "a report reads and does nothing else; write one SELECT");
}

} // namespace reklamaatio::store::tests
