// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer_read.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

TEST_CASE("a customer is a name or an address or both") {
    const auto customer = [](std::string_view name, std::string_view email) {
        Customer made;
        made.name = name;
        made.email = email;
        return made;
    };
    CHECK(parse_customer("Maija Meikäläinen <maija@example.fi>")
          == customer("Maija Meikäläinen", "maija@example.fi"));
    CHECK(parse_customer("maija@example.fi") == customer("", "maija@example.fi"));
    CHECK(parse_customer(" Maija Meikäläinen ") == customer("Maija Meikäläinen", ""));
    CHECK(parse_customer("<maija@example.fi>") == customer("", "maija@example.fi"));
    CHECK(parse_customer("Maija  < maija@example.fi > ") == customer("Maija", "maija@example.fi"));
    CHECK(parse_customer("") == customer("", ""));
    CHECK(parse_customer("\"Doe, Jane\"") == customer("Doe, Jane", ""));
    CHECK(parse_customer("\u00a0").name.empty());
}

TEST_CASE("a name may stand in either order") {
    CHECK(may_be_one("Doe, Jane", "Jane Doe"));
    CHECK(may_be_one("Jane Doe", "DOE,Jane"));
    CHECK(may_be_one("Jane Doe", "Jane Doe"));
    CHECK(may_be_one("", ""));
    CHECK_FALSE(may_be_one("Doe, Jane", "Doe, John"));
}

TEST_CASE("what stands beside a name is taken for what it is") {
    const auto parsed = [](std::string_view text) {
        const auto customer = parse_customer(text);
        return customer.name + "|" + customer.phone + "|" + customer.email;
    };
    CHECK(parsed("Maija Virtanen 0401234567") == "Maija Virtanen|0401234567|");
    CHECK(parsed("Pekka, 050-5556667") == "Pekka|050-5556667|");
    CHECK(parsed("0401234567 (Maija)") == "Maija|0401234567|");
    CHECK(parsed("Maija (040 123 4567)") == "Maija|040 123 4567|");
    CHECK(parsed("Maija <0401234567>") == "Maija|0401234567|");
    CHECK(parsed("+358 40 1234567 Maija Virtanen") == "Maija Virtanen|+358 40 1234567|");
    CHECK(parsed("Maija, puh. 09 123 456 ext. 12") == "Maija|09 123 456 ext. 12|");
    CHECK(parsed("Jane Doe (555) 123-4567") == "Jane Doe|(555) 123-4567|");
    CHECK(parsed("Jan Kowalski 601 234 567") == "Jan Kowalski|601 234 567|");
    CHECK(parsed("Jane Doe, 0401234567, Sales") == "Jane Doe, Sales|0401234567|");
    CHECK(parsed("Jari Niemi jari@x.fi") == "Jari Niemi||jari@x.fi");
    CHECK(parsed("jari@x.fi, Jari Niemi") == "Jari Niemi||jari@x.fi");
    CHECK(parsed("Jari Niemi (jari@x.fi)") == "Jari Niemi||jari@x.fi");
    CHECK(parsed("Jari jari@x.fi 0401234567") == "Jari|0401234567|jari@x.fi");
    CHECK(parsed("Maija 0401234567 <maija@x.fi>") == "Maija|0401234567|maija@x.fi");
    CHECK(parsed("Maija <maija@x.fi> 0401234567") == "Maija|0401234567|maija@x.fi");
    CHECK(parsed("jari@x.fi 0401234567") == "|0401234567|jari@x.fi");
}

TEST_CASE("a number that is something else stays in the name") {
    const auto name = [](std::string_view text) { return parse_customer(text).name; };
    CHECK(name("Esimerkki Oy 1234567-8") == "Esimerkki Oy 1234567-8");
    CHECK(name("Studio 54321") == "Studio 54321");
    CHECK(name("Maija 1.12.2026") == "Maija 1.12.2026");
    CHECK(name("Maija 2026-12-01") == "Maija 2026-12-01");
    CHECK(name("\"Studio 0401234567\"") == "Studio 0401234567");
    CHECK(name("Doe, Jane") == "Doe, Jane");
    CHECK(name("++358 40 1234567") == "++358 40 1234567");
    CHECK(parse_customer("Esimerkki Oy 1234567-8 0401234567").name == "Esimerkki Oy 1234567-8");
}

TEST_CASE("two numbers or addresses beside a name are refused") {
    CHECK_THROWS_WITH(parse_customer("Maija 0401234567, 0507654321"),
                      "'Maija 0401234567, 0507654321' has more than one telephone number; write one of them");
    CHECK_THROWS_AS(parse_customer("Maija 0401234567 0507654321"), BadValue);
    CHECK_THROWS_AS(parse_customer("Jari jari@x.fi niemi@x.fi"), BadValue);
    CHECK_THROWS_AS(parse_customer("jane@exam ple.com"), BadValue); // a blank may have slipped in
}

TEST_CASE("a telephone number may stand for a customer") {
    CHECK(parse_customer("040 123 4567").phone == "040 123 4567");
    CHECK(parse_customer("puh. 040\u00a0123 4567 ext 12").phone == "040 123 4567 ext 12");
    CHECK(parse_customer("++358 40 1234567").phone.empty());
    CHECK(parse_customer("+358").name == "+358");
}

} // namespace
} // namespace reklamaatio::complaint::tests
