// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/leftover.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

TEST_CASE("what is left is read back from the form that it is kept in") {
    const std::vector<Leftover> left{
        {LeftoverKind::promise, "1"}, {LeftoverKind::offer, "12"}, {LeftoverKind::step, "fix"}};
    CHECK(joined(left) == "promise:1;offer:12;step:fix");
    CHECK(parse_leftovers(joined(left)) == left);
    CHECK(parse_leftovers("").empty());
    CHECK(joined(parse_leftovers("step:fix;step:fix;offer:1")) == "step:fix;offer:1");
}

TEST_CASE("a text that names nothing that can be left is refused") {
    for (const std::string_view bad :
         {"fix", "step:fixed", "promise:P1", "promise:", "offer:0", "promise:99999999999", "offer:1;;",
          "offer:1, step:fix", "task:1", ":1"})
        CHECK_THROWS_AS(parse_leftovers(bad), BadValue);
}

TEST_CASE("what earlier records say in English becomes data and data stay as they are") {
    CHECK(leftovers_as_data("an open promise (P1)") == "promise:1");
    CHECK(leftovers_as_data("open promises (P1; P12)") == "promise:1;promise:12");
    CHECK(leftovers_as_data("an open offer (2, replacement)") == "offer:2");
    CHECK(leftovers_as_data("open offers (2, 2 gifts; 3, fix)") == "offer:2;offer:3");
    CHECK(leftovers_as_data("the step fix left to do") == "step:fix");
    CHECK(leftovers_as_data("the steps apologise, fix left to do") == "step:apologise;step:fix");
    CHECK(leftovers_as_data(
              "open promises (P4; P5); an open offer (5, credit); the steps understand, fix left to do")
          == "promise:4;promise:5;offer:5;step:understand;step:fix");
    CHECK(leftovers_as_data("promise:1;step:fix") == "promise:1;step:fix");
    CHECK(leftovers_as_data("").empty());
    CHECK(leftovers_as_data("whatever") == "whatever");
}

} // namespace reklamaatio::complaint::tests
