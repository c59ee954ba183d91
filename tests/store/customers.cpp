// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customers.hpp"

#include "complaint/refusal.hpp"
#include "store/builders.hpp"
#include "store/events.hpp"
#include "store/overviews.hpp"
#include "store/shared_phones.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_now = utc("2026-01-12T07:00:00Z");

// Who each of those who come in one after the other turns out to be.
std::vector<std::int64_t> recognised(Store& store, const std::vector<Customer>& comers) {
    std::vector<std::int64_t> numbers;
    for (const Customer& comer : comers) {
        auto ledger = Desk(store).ledger(k_now);
        const auto id = customer_for(ledger, comer);
        numbers.push_back(id ? id->number : 0);
    }
    return numbers;
}

using Numbers = std::vector<std::int64_t>;

std::vector<std::string> shared_numbers(Database& database) {
    auto query = database.query_once("SELECT phone_key FROM shared_phone ORDER BY 1");
    std::vector<std::string> keys;
    while (query.next())
        keys.push_back(query.text(0));
    return keys;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("a customer is recognised by the e-mail address in any case") {
    Store store = Store::in_memory(founding());
    CHECK(recognised(store, {customer("Maija", "maija@example.fi"), customer("M. M.", "MAIJA@Example.fi"),
                             customer("", " maija@example.fi "), customer("Maija", "maija@example.com")})
          == Numbers{1, 1, 1, 2});
    CHECK(find_customer(store.database(), {1})->name == "Maija");
    CHECK(find_customer(store.database(), {1})->email == "maija@example.fi");
}

TEST_CASE("a customer is recognised by the number in any spelling unless the addresses differ") {
    Store store = Store::in_memory(founding());
    CHECK(recognised(store, {customer("Maija", "maija@example.fi", "040 123 4567"),
                             customer("", "", "+358 40 1234567"),
                             customer("Pekka", "pekka@example.fi", "0401234567"),
                             customer("Pekka", "", "00358401234567")})
          == Numbers{1, 1, 2, 2});
}

TEST_CASE("a number of several customers without a name that tells them apart is refused") {
    Store store = Store::in_memory(founding());
    const std::vector<Customer> two{customer("Maija", "maija@example.fi", "040 123 4567"),
                                    customer("Pekka", "pekka@example.fi", "0401234567")};
    recognised(store, two);
    for (const auto* name : {"", "Anna"})
        CHECK_THROWS_AS(recognised(store, {customer(name, "", "040 123 4567")}), complaint::Refusal);
    CHECK(next_customer_id(store.database()) == CustomerId{3});
}

TEST_CASE("the address goes before the number") {
    Store store = Store::in_memory(founding());
    CHECK(recognised(store, {customer("Maija", "maija@example.fi", "040 1111111"),
                             customer("Pekka", "pekka@example.fi", "040 2222222"),
                             customer("", "pekka@example.fi", "040 1111111")})
          == Numbers{1, 2, 2});
}

TEST_CASE("a customer of whom only the number was known gets the address") {
    Store store = Store::in_memory(founding());
    CHECK(recognised(store,
                     {customer("", "", "040 1234567"), customer("Maija", "maija@example.fi", "040 1234567"),
                      customer("", "maija@example.fi"), customer("", "other@example.fi", "040 1234567")})
          == Numbers{1, 1, 1, 2});
    CHECK(find_customer(store.database(), {1})->name == "Maija");
    CHECK(find_customer(store.database(), {1})->email == "maija@example.fi");
}

TEST_CASE("a name alone recognises nobody and nobody is nobody") {
    Store store = Store::in_memory(founding());
    CHECK(recognised(store, {customer("Maija"), customer("Maija"), customer(""), customer("Maija", "", "12")})
          == Numbers{1, 2, 0, 3});
    Customer rich;
    rich.value = 100;
    CHECK(recognised(store, {rich}) == Numbers{0});
}

TEST_CASE("gaps are filled and what is there is not overwritten") {
    Store store = Store::in_memory(founding());
    auto first = customer("Maija", "maija@example.fi");
    auto second = customer("Maija Meikäläinen", "maija@example.fi", "040 1234567");
    second.value = 5'000;
    auto third = customer("", "maija@example.fi", "050 7654321");
    third.value = 9'000;
    recognised(store, {first, second, third});
    const auto known = *find_customer(store.database(), {1});
    CHECK(known.name == "Maija");
    CHECK(known.phone == "040 1234567");
    CHECK(known.value == 5'000);
    // The third brought no news, so that it is no event.
    const auto events = events_of(store.database(), CustomerId{1});
    REQUIRE(events.size() == 2);
    CHECK(events[0].kind == complaint::EventKind::customer_added);
    CHECK(events[1].kind == complaint::EventKind::customer_changed);
}

TEST_CASE("numbers are read as the organisation's country dials") {
    Store store = Store::in_memory(founding());
    Desk(store).apply_policy("[organisation]\ntimezone = \"Europe/Warsaw\"\ncountry = \"PL\"\n", k_now);
    CHECK(recognised(store, {customer("Ewa", "", "601 234 567"), customer("", "", "+48 601 234 567")})
          == Numbers{1, 1});
    CHECK(recognise(store.database(), customer("", "", "601234567"), "PL").known->id == CustomerId{1});
    CHECK_FALSE(recognise(store.database(), customer("", "", "601234567"), "FI").known);
}

TEST_CASE("the numbers that several customers have are known, whatever becomes of those") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    recognised(store,
               {customer("Maija", "maija@example.fi", "040 111 1111"),
                customer("Pekka", "pekka@example.fi", "0401111111"),
                customer("Anna", "anna@example.fi", "040 222 2222"), customer("Olli", "olli@example.fi")});
    CHECK(shared_numbers(database) == Keys{"358401111111"});
    const auto set_number = [&](std::int64_t id, const std::string& phone) {
        auto changed = known_customer(database, {id});
        changed.phone = phone;
        put_customer(database, changed, "FI");
    };
    set_number(4, "040 111 1111");
    set_number(1, "040 222 2222"); // two still have the first one
    CHECK(shared_numbers(database) == Keys{"358401111111", "358402222222"});
    set_number(4, "");
    CHECK(shared_numbers(database) == Keys{"358402222222"});
    set_number(4, "+46 40 222 2222");
    CHECK(shared_numbers(database) == Keys{"358402222222"});
    read_phones_anew(database, "SE"); // where they dial otherwise, two others have one
    CHECK(shared_numbers(database) == Keys{"46402222222"});
    CHECK(phones_are_shared_as_told(database));
    remove_customer(database, {4});
    remove_customer(database, {1});
    CHECK(shared_numbers(database).empty());
    CHECK(phones_are_shared_as_told(database));
}

TEST_CASE("the verification sees a number that nobody shares, and one that is missing") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    recognised(store, {customer("Maija", "maija@example.fi", "040 111 1111"),
                       customer("Pekka", "pekka@example.fi", "0401111111")});
    REQUIRE(phones_are_shared_as_told(database));
    database.execute("INSERT INTO shared_phone VALUES ('358402222222')");
    CHECK_FALSE(phones_are_shared_as_told(database));
    database.execute("DELETE FROM shared_phone WHERE phone_key = '358402222222'");
    CHECK(phones_are_shared_as_told(database));
    database.execute("DELETE FROM shared_phone");
    CHECK_FALSE(phones_are_shared_as_told(database));
}

TEST_CASE("numbers of customers go on from the log") {
    Store store = Store::in_memory(founding());
    CHECK(next_customer_id(store.database()) == CustomerId{1});
    recognised(store, {customer("a"), customer("b")});
    CHECK(next_customer_id(store.database()) == CustomerId{3});
    CHECK_FALSE(find_customer(store.database(), {3}));
}

TEST_CASE("complaints are filtered by their customer") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("a"), k_now, customer("Maija Meikäläinen", "maija@example.fi", "040 1234567"));
    desk.open(about("b"), k_now, customer("Pekka 100%", "pekka@example.fi"));
    desk.open(about("c"), k_now);
    desk.open(about("d"), k_now, customer("Łucja ŻURAW", "lucja@example.pl"));
    const auto of = [&](const std::string& who) {
        Filter filter;
        filter.customer = who;
        filter.country = "FI";
        return ids_found(store.database(), filter);
    };
    Filter numbered;
    numbered.customer_id = CustomerId{2};
    CHECK(ids_found(store.database(), numbered) == Numbers{2});
    Filter named;
    named.customer_name = "maija";
    CHECK(ids_found(store.database(), named) == Numbers{1});
    CHECK(of("C-1") == Numbers{}); // whoever knows numbers has read it before
    CHECK(of("MAIJA@example.fi") == Numbers{1});
    CHECK(of("+358401234567") == Numbers{1});
    CHECK(of("meik") == Numbers{1});
    CHECK(of("ekka") == Numbers{2});
    CHECK(of("MEIKÄ") == Numbers{1});
    CHECK(of("meika") == Numbers{1});
    CHECK(of("zuraw") == Numbers{4});
    CHECK(of("łucja ż") == Numbers{4});
    CHECK(of("\u0301").empty());  // an accent without its letter is no part of every name
    CHECK(of("%") == Numbers{2}); // a sign like any other
    CHECK(of("_").empty());
    CHECK(of("C-9").empty());
    CHECK(of("nobody").empty());
}

} // namespace reklamaatio::store::tests
