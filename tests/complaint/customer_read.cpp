// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer_read.hpp"

#include "complaint/builders.hpp"

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
    CHECK_FALSE(may_be_one("Doe, Jane", "Doe, John"));
}

TEST_CASE("a telephone number may stand for a customer") {
    CHECK(parse_customer("040 123 4567").phone == "040 123 4567");
    CHECK(parse_customer("puh. 040\u00a0123 4567 ext 12").phone == "040 123 4567 ext 12");
    CHECK(parse_customer("++358 40 1234567").phone.empty());
    CHECK(parse_customer("+358").name == "+358");
}

} // namespace
} // namespace reklamaatio::complaint::tests
