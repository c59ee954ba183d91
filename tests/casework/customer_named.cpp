// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"

#include "casework/office.hpp"
#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"

namespace reklamaatio::casework::tests {
namespace {

using complaint::CustomerId;

constexpr std::string_view k_now = "2026-01-12T08:00:00Z";

// C-1 Maija, C-2 somebody called 1, C-3 Maija Virtanen.
void fill(Office& office) {
    auto& desk = office.at(k_now);
    for (const auto& [name, email] :
         {std::pair{"Maija", "maija@example.fi"}, std::pair{"1", "one@example.fi"},
          std::pair{"Maija Virtanen", "mv@example.fi"}})
        desk.ledger().register_customer(store::tests::customer(name, email));
}

} // namespace

TEST_CASE("digits are a number and name: is what somebody is called") {
    CHECK(read_customer("C-7").number == complaint::CustomerId{7});
    CHECK(read_customer("7").number == complaint::CustomerId{7});
    CHECK(read_customer("name:7").name == "7");
    CHECK(read_customer("Maija <m@x.fi>").other == "Maija <m@x.fi>");
    CHECK_THROWS_AS(read_customer("C-"), complaint::BadValue);
    CHECK_THROWS_AS(read_customer("name:"), complaint::BadValue);
}

TEST_CASE("who is meant is one who is known by number or facts to recognise somebody by") {
    Office office;
    fill(office);
    auto& desk = office.at(k_now);
    CHECK(customer_meant(desk, "1").known->name == "Maija");
    CHECK(customer_meant(desk, "c-2").known->name == "1");
    const auto named = customer_meant(desk, "name:1");
    CHECK_FALSE(named.known);
    CHECK(named.facts.name == "1");
    CHECK(customer_meant(desk, "maija@example.fi").facts.email == "maija@example.fi");
    CHECK_THROWS_AS(customer_meant(desk, "C-9"), complaint::Refusal);
}

TEST_CASE("an argument names one customer or is refused") {
    Office office;
    fill(office);
    auto& desk = office.at(k_now);
    CHECK(customer_named(desk, "1").id == complaint::CustomerId{1});
    CHECK(customer_named(desk, "MV@example.fi").id == complaint::CustomerId{3});
    CHECK(customer_named(desk, "virtanen").id == complaint::CustomerId{3});
    CHECK_THROWS_AS(customer_named(desk, "maij"), complaint::Refusal); // two of them
    CHECK_THROWS_AS(customer_named(desk, "Liisa"), complaint::Refusal);
    // What changes somebody asks for more than a part of a name.
    CHECK_THROWS_AS(customer_named_in_full(desk, "virtanen"), complaint::Refusal);
    CHECK(customer_named_in_full(desk, "maija virtanen").id == complaint::CustomerId{3});
}

TEST_CASE("a name, or a part of one, of whoever was merged into another means the one who stays, once") {
    Office office;
    fill(office);
    auto& desk = office.at(k_now);
    // C-4 into C-3, and C-3 into C-1.
    desk.ledger().register_customer(store::tests::customer("Maija Laine", "ml@example.fi"));
    const auto merge = [&](CustomerId gone, CustomerId stays) {
        store::merge(
            desk.database(), desk.ledger(), std::vector{store::known_customer(desk.database(), gone)},
            store::known_customer(desk.database(), stays), "", complaint::Occasion{desk.now(), desk.now()});
    };
    merge({4}, {3});
    merge({3}, {1});
    for (const char* name : {"laine", "virtanen", "maij", "Maija Laine", "mv@example.fi", "ml@example.fi"})
        CHECK(customer_named(desk, name).id == complaint::CustomerId{1});
    CHECK(customer_named_in_full(desk, "maija laine").id == complaint::CustomerId{1});
    const auto called = store::customers_called(desk.database(), "maija", "FI");
    CHECK(called.whole.size() == 1);
    CHECK(called.part.empty());
}

} // namespace reklamaatio::casework::tests
