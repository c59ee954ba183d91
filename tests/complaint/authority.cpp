// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/authority.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

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
          == "beyond_limit: complaint R-12; person maria; limit 200.00 EUR; amount 200.01");
    CHECK(refusal(euros(35'000), k_maria)
          == "beyond_limit: complaint R-12; person maria; limit 200.00 EUR; amount 350.00");
    CHECK(refusal(euros(1'000'000), k_anybody).empty());
    CHECK(refusal(euros(1), {"maria", 0})
          == "beyond_limit: complaint R-12; person maria; limit 0.00 EUR; amount 0.01");
}

TEST_CASE("above it somebody who may must have allowed it") {
    CHECK(refusal(euros(35'000), k_maria, k_liisa).empty());
    CHECK(refusal(euros(35'000), k_maria, k_anybody).empty());
    CHECK(refusal(euros(35'000), k_maria, k_pekka)
          == "beyond_limit: complaint R-12; person pekka; limit 300.00 EUR; amount 350.00");
    CHECK_FALSE(refusal(euros(35'000), k_maria, k_maria).empty());  // nobody allows it to himself
    CHECK(refusal(euros(15'000), k_maria, {"lower", 100}).empty()); // who may, needs nobody
}

TEST_CASE("the refusal names those who may") {
    const auto naming = [](const std::vector<std::string>& others) {
        return message_of<Refusal>([&] { check_authority({12}, euros(35'000), k_maria, {}, others); });
    };
    CHECK(naming({"liisa"})
          == "beyond_limit: complaint R-12; person maria; limit 200.00 EUR; amount 350.00; approvers liisa");
    CHECK(
        naming({"a", "b", "c", "d"})
        == "beyond_limit: complaint R-12; person maria; limit 200.00 EUR; amount 350.00; approvers a, b, c");
}

TEST_CASE("somebody who is not among the people of the policy may grant nothing") {
    const Grantor stranger{"stranger", 0, false};
    CHECK(refusal(euros(0), stranger).empty());
    CHECK(refusal(euros(1), stranger) == "stranger_grants: complaint R-12; person stranger; amount 0.01");
    CHECK(refusal(euros(100), stranger, k_maria).empty());
}

TEST_CASE("money that cannot be compared with a limit is above it") {
    const Grant zlotys{100, "PLN", "EUR"};
    CHECK(refusal(zlotys, k_maria)
          == "limit_in_other_currency: complaint R-12; person maria; limit 200.00 EUR; amount 1.00 PLN");
    CHECK_FALSE(refusal(zlotys, k_maria, k_liisa).empty());
    CHECK(refusal(zlotys, k_maria, k_anybody).empty());
}

} // namespace reklamaatio::complaint::tests
