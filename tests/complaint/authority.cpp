// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/authority.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

std::string refusal(const Grant& grant, const Grantor& actor, const Grantor& approver = {}) {
    return message_of<Refusal>([&] { check_authority({12}, grant, actor, approver); });
}

const Grantor k_maria{"maria", 20'000};
const Grantor k_pekka{"pekka", 30'000};
const Grantor k_liisa{"liisa", 50'000};
const Grantor k_anybody{"anybody", {}}; // whom the policy does not know

Grant euros(std::int64_t cents) {
    return {cents, "EUR", "EUR"};
}

} // namespace

TEST_CASE("everybody may grant up to the own limit") {
    CHECK(refusal(euros(0), k_maria).empty());
    CHECK(refusal(euros(20'000), k_maria).empty());
    CHECK(refusal(euros(20'001), k_maria)
          == "R-12: maria may grant up to 200.00 EUR; use --approved-by somebody who may grant 200.01");
    CHECK(refusal(euros(35'000), k_maria)
          == "R-12: maria may grant up to 200.00 EUR; use --approved-by somebody who may grant 350.00");
    CHECK(refusal(euros(1'000'000), k_anybody).empty());
    CHECK(refusal(euros(1), {"maria", 0})
          == "R-12: maria may grant up to 0.00 EUR; use --approved-by somebody who may grant 0.01");
}

TEST_CASE("above it somebody who may must have allowed it") {
    CHECK(refusal(euros(35'000), k_maria, k_liisa).empty());
    CHECK(refusal(euros(35'000), k_maria, k_anybody).empty());
    CHECK(refusal(euros(35'000), k_maria, k_pekka)
          == "R-12: pekka may grant up to 300.00 EUR; use --approved-by somebody who may grant 350.00");
    CHECK_FALSE(refusal(euros(35'000), k_maria, k_maria).empty());  // nobody allows it to himself
    CHECK(refusal(euros(15'000), k_maria, {"lower", 100}).empty()); // who may, needs nobody
}

TEST_CASE("the refusal names those who may") {
    const auto naming = [](const std::vector<std::string>& others) {
        return message_of<Refusal>([&] { check_authority({12}, euros(35'000), k_maria, {}, others); });
    };
    CHECK(naming({"liisa"}) == "R-12: maria may grant up to 200.00 EUR; use --approved-by liisa");
    CHECK(naming({"a", "b", "c", "d"})
          == "R-12: maria may grant up to 200.00 EUR; use --approved-by a or b or c");
}

TEST_CASE("somebody who is not among the people of the policy may grant nothing") {
    const Grantor stranger{"stranger", 0, false};
    CHECK(refusal(euros(0), stranger).empty());
    CHECK(refusal(euros(1), stranger)
          == "R-12: stranger is not among the people of the policy and may grant nothing; use --approved-by "
             "somebody who may grant 0.01");
    CHECK(refusal(euros(100), stranger, k_maria).empty());
}

TEST_CASE("money that cannot be compared with a limit is above it") {
    const Grant zlotys{100, "PLN", "EUR"};
    CHECK(refusal(zlotys, k_maria)
          == "R-12: maria may grant up to 200.00 EUR, with which 1.00 PLN cannot be compared; use "
             "--approved-by "
             "somebody who has no limit");
    CHECK_FALSE(refusal(zlotys, k_maria, k_liisa).empty());
    CHECK(refusal(zlotys, k_maria, k_anybody).empty());
}

} // namespace reklamaatio::complaint::tests
