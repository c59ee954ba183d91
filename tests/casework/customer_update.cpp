// SPDX-License-Identifier: GPL-3.0-or-later
// A file that comes again changed: whose complaints they are then.
#include "casework/customer_update.hpp"

#include "casework/importer.hpp"
#include "casework/office.hpp"
#include "complaint/customer.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::casework::tests {
namespace {

using complaint::Customer;
using exchange::Draft;
using Kind = ImportedRow::Kind;

constexpr std::string_view k_first = "2026-01-13T08:00:00Z";
constexpr std::string_view k_between = "2026-01-14T08:00:00Z";
constexpr std::string_view k_again = "2026-01-15T08:00:00Z";
constexpr std::string_view k_later = "2026-01-16T08:00:00Z";

Customer person(std::string name, std::string email = "", std::string phone = "") {
    Customer made;
    made.name = std::move(name);
    made.email = std::move(email);
    made.phone = std::move(phone);
    return made;
}

Draft row(std::string ref, Customer customer, std::string product = "stove") {
    Draft made;
    made.complaint.ref = std::move(ref);
    made.complaint.source = "shop";
    made.complaint.subject = "The stove is broken";
    made.complaint.received_at = utc("2026-01-12T06:00:00Z");
    made.complaint.product = std::move(product);
    made.customer = std::move(customer);
    return made;
}

// A shop's file, which has no columns of ours for what was given.
ImportedRow take(Office& office, std::string_view now, const Draft& draft) {
    auto& desk = office.at(now, "cron", "import");
    Importer importer(desk, OnConflict::update, [](std::string_view field) {
        return !field.starts_with("gave_") && field != "uid" && field != "id";
    });
    return importer.take(draft);
}

Customer customer_of(Office& office, std::int64_t complaint) {
    return office.customer(office.complaint(complaint).customer.value().number);
}

// What people here note on a customer.
template <typename Change>
void note(Office& office, std::int64_t id, Change change) {
    auto& desk = office.at(k_between);
    const auto before = office.customer(id);
    auto after = before;
    change(after);
    desk.ledger().record(before, after);
}

// The number of the newest customer is how many there are.
std::int64_t how_many(Office& office) {
    return store::next_customer_id(office.store().database()).number - 1;
}

} // namespace

TEST_CASE("somebody known by name alone is not made anew when something else of the row changes") {
    Office office;
    take(office, k_first, row("X1", person("Maija")));
    note(office, 1, [](Customer& c) { c.value = 90'000; });
    CHECK(take(office, k_again, row("X1", person("Maija"), "oven")).kind == Kind::updated);
    CHECK(office.complaint(1).product == "oven");
    CHECK(how_many(office) == 1);
    CHECK(customer_of(office, 1).value == 90'000);
}

TEST_CASE("an address or a number that comes later is added to the customer that there is") {
    Office office;
    take(office, k_first, row("X1", person("Maija")));
    note(office, 1, [](Customer& c) { c.value = 90'000; });
    take(office, k_again, row("X1", person("Maija", "maija@example.fi")));
    take(office, k_later, row("X1", person("Maija", "maija@example.fi", "040 123 4567")));
    CHECK(how_many(office) == 1);
    const auto maija = customer_of(office, 1);
    CHECK(maija.email == "maija@example.fi");
    CHECK(maija.phone == "040 123 4567");
    CHECK(maija.value == 90'000);
}

TEST_CASE("a second address is recognised from then on and the first one stays") {
    Office office;
    take(office, k_first, row("X1", person("Maija", "maija@example.fi")));
    take(office, k_again, row("X1", person("Maija", "maija@work.example")));
    CHECK(customer_of(office, 1).email == "maija@example.fi");
    CHECK(office.complaint(1).gave_email == "maija@work.example");
    take(office, k_later, row("X2", person("", "maija@work.example")));
    CHECK(office.complaint(2).customer == office.complaint(1).customer);
}

TEST_CASE("a name that the file corrects arrives and one that people corrected stays") {
    Office office;
    take(office, k_first, row("X1", person("Maja", "maija@example.fi")));
    CHECK(take(office, k_again, row("X1", person("Maija", "maija@example.fi"))).kind == Kind::updated);
    CHECK(customer_of(office, 1).name == "Maija");
    CHECK(take(office, k_again, row("X1", person("Maija", "maija@example.fi"))).kind == Kind::skipped);

    note(office, 1, [](Customer& c) { c.name = "Maija Meri"; });
    take(office, k_later, row("X1", person("Maija", "maija@example.fi"), "oven"));
    CHECK(customer_of(office, 1).name == "Maija Meri");
    CHECK(office.complaint(1).gave_name.empty());
    take(office, k_later, row("X1", person("Maria", "maija@example.fi"), "oven"));
    CHECK(customer_of(office, 1).name == "Maija Meri");
    CHECK(office.complaint(1).gave_name == "Maria");
}

TEST_CASE("what people noted between two imports was not said by the file") {
    Office office;
    take(office, k_first, row("X1", person("Ann", "ann@example.com")));
    note(office, 1, [](Customer& c) { c.name = "Anna"; });
    take(office, k_again, row("X1", person("Ann", "ann@example.com"), "oven"));
    take(office, k_later, row("X1", person("Ann", "ann@example.com"), "lamp"));
    CHECK(customer_of(office, 1).name == "Anna");
}

TEST_CASE("many who write from one address are one customer and each keeps the name that was given") {
    Office office;
    take(office, k_first, row("X1", person("Ann", "info@firm.example")));
    CHECK(take(office, k_first, row("X2", person("Bob Jones", "info@firm.example", "040 999 8877")))
              .gave_otherwise);
    CHECK(office.complaint(2).customer == office.complaint(1).customer);
    CHECK(office.complaint(2).gave_name == "Bob Jones");
    CHECK(office.complaint(1).gave_name.empty());

    take(office, k_again, row("X2", person("Bob Jones", "info@firm.example", "040 999 8877"), "oven"));
    CHECK(office.complaint(2).gave_name == "Bob Jones");
    take(office, k_later, row("X2", person("Bobby Jones", "info@firm.example", "040 999 8877"), "oven"));
    CHECK(office.complaint(2).gave_name == "Bobby Jones");
    CHECK(customer_of(office, 2).name == "Ann");
}

TEST_CASE("somebody known by name alone goes to the one whose address it turns out to be") {
    Office office;
    take(office, k_first, row("X1", person("Maija", "maija@example.fi")));
    take(office, k_first, row("X2", person("Maija")));
    note(office, 2, [](Customer& c) { c.value = 90'000; });
    take(office, k_again, row("X2", person("Maija", "maija@example.fi")));
    CHECK(office.complaint(2).customer == complaint::CustomerId{1});
    CHECK(office.customer(2).merged_into == complaint::CustomerId{1});
    CHECK(office.customer(1).value == 90'000);
    // And that is no decision of people here.
    take(office, k_later, row("X2", person("Maija M.", "maija@example.fi")));
    CHECK(office.customer(1).name == "Maija M.");
}

TEST_CASE("another name with another address is somebody else") {
    Office office;
    take(office, k_first, row("X1", person("Maija", "maija@example.fi")));
    take(office, k_again, row("X1", person("Pekka", "pekka@example.fi")));
    CHECK(customer_of(office, 1).name == "Pekka");
    CHECK(office.customer(1).name == "Maija");
}

TEST_CASE("a value that people changed is not taken back by the file") {
    Office office;
    auto maija = person("Maija", "maija@example.fi");
    maija.value = 100;
    take(office, k_first, row("X1", maija));
    maija.value = 200;
    take(office, k_again, row("X1", maija));
    CHECK(office.customer(1).value == 200);
    note(office, 1, [](Customer& c) { c.value = 300; });
    maija.value = 400;
    CHECK(take(office, k_later, row("X1", maija)).kept == std::vector<std::string_view>{"customer_value"});
    CHECK(office.customer(1).value == 300);
}

TEST_CASE("where one telephone is several customers' the name decides and nothing else guesses") {
    Office office;
    take(office, k_first, row("X1", person("Ann", "ann@example.com", "040 123 4567")));
    take(office, k_first, row("X2", person("Bob", "bob@example.com", "040 123 4567")));
    take(office, k_first, row("X3", person("Bob", "", "040 123 4567")));
    CHECK(office.complaint(3).customer == office.complaint(2).customer);
    const auto whose = complaint::tests::message_of<complaint::Refusal>(
        [&] { take(office, k_first, row("X4", person("Carla", "", "040 123 4567"))); });
    CHECK(whose
          == "number_of_several: phone 040 123 4567; customers C-1 (Ann, ann@example.com, 040 123 4567) and "
             "C-2 (Bob, bob@example.com, 040 123 4567); numbers C-1, C-2");
}

TEST_CASE("the number that a system has for a customer goes before everything else") {
    Office office;
    const auto called = [](std::string ref, Customer who) {
        who.ref = std::move(ref);
        who.source = "shop";
        return who;
    };
    take(office, k_first, row("X1", called("K7", person("Maija", "info@home.example"))));
    take(office, k_first,
         row("X2", called("K8", person("Pekka", "info@home.example")))); // one address, two customers
    take(office, k_first, row("X3", called("K7", person("Maija Meri", "maija@new.example"))));
    CHECK(office.complaint(2).customer != office.complaint(1).customer);
    take(office, k_first, row("X6", called("K9", person("Olli", "", "040 123 4567"))));
    take(office, k_first, row("X7", called("K10", person("Outi", "", "040 123 4567"))));
    CHECK(office.complaint(4).customer != office.complaint(5).customer);
    CHECK(office.complaint(3).customer == office.complaint(1).customer);
    CHECK(office.complaint(3).gave_email == "maija@new.example");
    // Later, a number of the same customer in another system.
    auto web = called("W1", person("Maija", "maija@new.example"));
    web.source = "web";
    take(office, k_again, row("X4", web));
    CHECK(office.complaint(6).customer == office.complaint(1).customer);
    take(office, k_again, row("X5", called("K7", person(""))));
    CHECK(office.complaint(7).customer == office.complaint(1).customer);
    CHECK(take(office, k_later, row("X5", called("K7", person("")), "oven")).kind == Kind::updated);
    CHECK(office.complaint(7).customer == office.complaint(1).customer);
}

TEST_CASE("the same file again and again makes no customer") {
    Office office;
    const std::vector<Customer> people{person("Maija"), person("", "", "040 111 2222"),
                                       person("Ann", "i@f.example"), person("Bob", "i@f.example"),
                                       person("Cecilia", "c@f.example", "040 5")};
    for (int round = 0; round < 4; ++round)
        for (std::size_t i = 0; i < people.size(); ++i)
            take(office, k_first,
                 row("X" + std::to_string(i), people[i], "product " + std::to_string(round)));
    CHECK(how_many(office) == 4);
    CHECK(office.complaint(1).product == "product 3");
}

} // namespace reklamaatio::casework::tests
