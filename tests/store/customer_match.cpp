// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_match.hpp"

#include "store/builders.hpp"
#include "store/customers.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using What = CustomerHint::What;

// An office that knows some customers, C-1 and so on; in Finland.
class Known {
  public:
    explicit Known(const std::vector<Customer>& customers) {
        for (const auto& each : customers)
            take(each);
    }

    CustomerMatch match(const Customer& facts) { return match_customer(m_store.database(), facts, "FI"); }
    // The same, and it is kept.
    CustomerMatch take(const Customer& facts) {
        return *Desk(m_store).ledger(utc(k_beginning)).register_customer(facts);
    }
    Customer customer(std::int64_t number) { return *find_customer(m_store.database(), {number}); }
    Database& database() { return m_store.database(); }

  private:
    Store m_store = Store::in_memory(founding());
};

void check_hint(const CustomerMatch& met, What what, const std::string& said, std::int64_t other) {
    REQUIRE(met.hints.size() == 1);
    CHECK(met.hints[0].what == what);
    CHECK(met.hints[0].said == said);
    CHECK(met.hints[0].other.id == CustomerId{other});
}

const Customer k_maija = customer("Maija", "maija@example.fi", "040 1111111");
const Customer k_pekka = customer("Pekka", "pekka@example.fi", "040 2222222");

} // namespace

TEST_CASE("somebody new has the next number and all that was said, and hears of who shares the telephone") {
    Known known({k_maija});
    auto met = known.match(k_pekka);
    CHECK_FALSE(met.known);
    CHECK(met.customer.id == CustomerId{2});
    CHECK(met.customer.email == "pekka@example.fi");
    CHECK(met.hints.empty());
    met = known.match(customer("Pekka", "pekka@example.fi", "+358 40 1111111"));
    CHECK_FALSE(met.known);
    CHECK(met.customer.phone == "+358 40 1111111");
    check_hint(met, What::number_shared, "+358 40 1111111", 1);
    CHECK(met.gave == Customer{});
}

TEST_CASE("what is said first fills a gap and never takes the place of what is known") {
    Known known({customer("", "maija@example.fi")});
    auto facts = customer("Maija", "MAIJA@example.fi", "040 1111111");
    facts.prefers = "phone";
    facts.value = 100;
    auto met = known.take(facts);
    REQUIRE(met.known);
    CHECK(met.known->name.empty());
    facts.email = "maija@example.fi";
    facts.id = {1};
    CHECK(met.customer == facts);
    check_hint(met, What::first_name, "Maija", 1);
    auto later = k_maija;
    later.prefers = "letter";
    later.value = 7;
    met = known.match(later);
    CHECK(met.customer == facts);
    CHECK(met.known == facts);
    CHECK(met.gave == Customer{});
    CHECK(met.hints.empty());
}

TEST_CASE("a longer name is kept as it was given and only a name of somebody else is worth a question") {
    Known known({k_maija, k_pekka});
    const auto called = [&](std::string name) { return known.match(customer(name, "maija@example.fi")); };
    for (const auto* name : {"", "Maija"})
        CHECK(called(name).gave == Customer{});
    CHECK(called("MAIJA").gave == customer("MAIJA")); // as it was written
    auto met = called("Maija Meikäläinen");
    CHECK(met.customer.name == "Maija");
    CHECK(met.gave == customer("Maija Meikäläinen"));
    CHECK(met.hints.empty());
    met = called("Pekka");
    CHECK(met.customer.name == "Maija");
    CHECK(met.gave == customer("Pekka"));
    check_hint(met, What::other_name, "Pekka", 1);
}

TEST_CASE("a further number is kept beside the first, so that it is recognised, and only once") {
    Known known({k_maija});
    auto facts = customer("Maija", "maija@example.fi", "050 3333333");
    auto met = known.take(facts);
    CHECK(met.gave == customer("", "", "050 3333333"));
    REQUIRE(met.further);
    CHECK(met.further->phone == "050 3333333");
    CHECK(met.further->merged_into == CustomerId{1});
    CHECK(known.customer(1).phone == "040 1111111");
    CHECK(recognise(known.database(), customer("", "", "+358503333333"), "FI").known->id == CustomerId{1});
    facts.phone = "+358 50 333 3333";
    met = known.match(facts);
    CHECK_FALSE(met.further);
    CHECK(met.gave == customer("", "", "+358 50 333 3333"));
    facts.phone = "+358401111111";                                       // the one that stands
    CHECK(known.match(facts).gave == customer("", "", "+358401111111")); // written otherwise
    facts.phone = "12";                                                  // too short to recognise anybody by
    CHECK_FALSE(known.match(facts).further);
    CHECK(known.match(facts).gave == customer("", "", "12"));
}

TEST_CASE("the number of another stays theirs, also where the customer has none") {
    Known known({customer("Maija", "maija@example.fi"), k_pekka});
    const auto met = known.take(customer("Aino", "maija@example.fi", "0402222222"));
    CHECK(met.customer.id == CustomerId{1});
    CHECK(known.customer(1).phone.empty());
    CHECK_FALSE(met.further);
    REQUIRE(met.hints.size() == 2);
    CHECK(met.hints[0].what == What::other_name);
    CHECK(met.hints[1].what == What::number_of_other);
    CHECK(met.hints[1].other.id == CustomerId{2});
    CHECK(met.gave == customer("Aino", "", "0402222222"));
}

TEST_CASE("whom a person has recognised is the one, whoever else the facts would fit") {
    Known known({customer("Maija"), k_pekka});
    const auto met =
        match_customer(known.database(), known.customer(1), customer("Maija", "", "040 2222222"), "FI");
    CHECK(met.customer.id == CustomerId{1});
    CHECK(met.customer.phone.empty());
    check_hint(met, What::number_of_other, "040 2222222", 2);
}

TEST_CASE("whose number it became by a merge is asked about no more once a person has recognised them") {
    Known known({k_maija, k_pekka, customer("Olli", "olli@example.fi", "040 3333333")});
    known.take(customer("Olli", "olli@example.fi", "040 1111111")); // which is Maija's
    auto duplicate = customer("O.", "", "040 1111111");
    duplicate.id = {9};
    duplicate.merged_into = CustomerId{3};
    put_customer(known.database(), duplicate, "FI");
    const auto facts = customer("", "", "040 1111111");
    CHECK(recognise(known.database(), facts, "FI").sharing.size() == 2);
    const auto met = match_customer(known.database(), known.customer(3), facts, "FI");
    CHECK(met.hints.empty());
    CHECK(met.gave == customer("", "", "040 1111111"));
}

TEST_CASE("whom a person knows to be somebody new has all that was said and reminds of nobody") {
    Known known({k_maija, k_pekka});
    const auto facts = customer("Maija", "", "040 1111111");
    const auto met = match_newcomer(known.database(), facts);
    CHECK_FALSE(met.known);
    CHECK(met.customer.id == CustomerId{3});
    CHECK(met.customer.phone == facts.phone);
    CHECK(met.hints.empty());
}

} // namespace reklamaatio::store::tests
