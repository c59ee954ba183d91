// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.hpp"

#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/event_log.hpp"
#include "store/merging.hpp"
#include "store/packs.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_now = utc("2026-01-12T07:00:00Z");

std::string digest_of_row(std::int64_t number) {
    return fmt::format("row{}", number);
}

void import_complaints(Store& store, std::int64_t count) {
    Desk desk(store);
    auto ledger = desk.ledger(k_now, "import");
    for (std::int64_t i = 1; i <= count; ++i) {
        Complaint draft = about(fmt::format("kiuas {}", i));
        draft.id = {i};
        draft.uid = Desk::uid_of(draft.id);
        draft.row_digest = digest_of_row(i);
        draft.customer =
            customer_for(ledger, customer(fmt::format("Aino {}", i), fmt::format("a{}@x.fi", i)));
        ledger.record({}, complaint::import(draft, {k_now, k_now}));
    }
    store.database().packs().write(store.database());
}

std::string row_digest(Store& store, std::int64_t number) {
    return known_complaint(store.database(), {number}).row_digest;
}

} // namespace

// Few events stay rows of their own, many are packed.
TEST_CASE(
    "an erased complaint still counts as one that a file told of, and its row can be confirmed by nobody") {
    for (const std::int64_t count : {10, 200}) {
        CAPTURE(count);
        Store store = Store::in_memory(founding());
        import_complaints(store, count);
        auto ledger = Desk(store).ledger(k_now, "customer erase");
        ledger.erase(scope_of(store.database(), CustomerId{1}));
        CHECK(row_digest(store, 1) == "erased");
        CHECK(row_digest(store, 2) == digest_of_row(2));
        CHECK(faults_of(store).empty());
        write_event_log(store.database(), store.policies(), [](const std::string& line) {
            CHECK(line.find(digest_of_row(1) + '"') == std::string::npos);
        });
    }
}

// A merging that was taken back has left words of the one with the other.
TEST_CASE("what a customer handed on to another one goes with the erasure, and the other one stays whole") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    desk.open(about("kiuas"), k_now, customer("Maija Virtanen", "maija@example.fi", "040 1111111"));
    desk.open(about("sauna"), k_now, customer("Pekka Virtanen", "pekka@example.fi"));
    auto merging = desk.ledger(k_now, "merge");
    merge(database, merging, {*find_customer(database, {1})}, *find_customer(database, {2}), "",
          {k_now, k_now});
    desk.ledger(k_now, "undo").undo(merging.change());
    const auto scope = scope_of(database, CustomerId{1});
    CHECK(scope.customers == std::vector{CustomerId{1}});
    REQUIRE_FALSE(scope.handed_on.empty());
    const auto pekka = *find_customer(database, {2});
    desk.ledger(k_now, "customer erase").erase(scope);
    CHECK(find_customer(database, {2})->name == pekka.name);
    CHECK(find_customer(database, {2})->email == pekka.email);
    CHECK(find_customer(database, {1})->email == "");
    CHECK(known_complaint(database, {1}).subject == "");
    CHECK(known_complaint(database, {2}).subject == "sauna");
    CHECK(faults_of(store) == "");
    write_event_log(database, store.policies(), [](const std::string& line) {
        CAPTURE(line);
        CHECK(line.find("aija") == std::string::npos);
        CHECK(line.find("1111111") == std::string::npos);
    });
}

TEST_CASE(
    "who names an erased customer is looked for by the words, in complaints of others, the latest first") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    Desk desk(store);
    const auto maija = customer("Maija Virtanen", "maija@example.fi");
    desk.open(about("Maija Virtanen writes"), k_now, maija);
    for (int i = 0; i < 3; ++i)
        desk.open(about("I am a neighbour of Maija Virtanen"), k_now, customer("Pekka", "pekka@example.fi"));
    desk.open(about("Maija is not Virtanen"), k_now, customer("Pekka", "pekka@example.fi"));
    const auto scope = scope_of(database, CustomerId{1});
    CHECK(complaints_naming(database, scope, 9) == std::vector{Id{4}, Id{3}, Id{2}});
    CHECK(complaints_naming(database, scope, 2) == std::vector{Id{4}, Id{3}});
}

} // namespace reklamaatio::store::tests
