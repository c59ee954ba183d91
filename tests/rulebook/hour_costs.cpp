// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/hour_costs.hpp"

#include "rulebook/history.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {
namespace {

using complaint::Money;

PolicyVersion version(std::string_view applied, std::optional<std::int64_t> cents,
                      std::string currency = "EUR") {
    Policy made = policy({});
    made.organisation.hour_costs = cents;
    made.organisation.currency = std::move(currency);
    return {1, 1, utc(applied), std::make_shared<const Policy>(std::move(made))};
}

} // namespace

//  1 Jan        1 Feb        1 Mar        1 Apr
//  |-- none ----|-- 30 EUR --|-- none ----|-- 45 PLN ...
TEST_CASE("work costs what an hour cost when it was done, else what was said of it first afterwards") {
    const std::vector versions{version("2026-01-01T00:00:00Z", {}), version("2026-02-01T00:00:00Z", 3'000),
                               version("2026-03-01T00:00:00Z", {}),
                               version("2026-04-01T00:00:00Z", 4'500, "PLN")};
    const auto costs = [&](std::string_view at, std::size_t known = 4) {
        return hour_costs_at(std::span(versions).first(known), utc(at));
    };
    CHECK(costs("2026-02-01T00:00:00Z") == Money{3'000, "EUR"});
    CHECK(costs("2026-02-28T23:59:59Z") == Money{3'000, "EUR"});
    CHECK(costs("2026-03-01T00:00:00Z") == Money{4'500, "PLN"}); // in force from its first second
    CHECK(costs("2026-04-01T00:00:00Z") == Money{4'500, "PLN"});
    CHECK(costs("2026-03-10T00:00:00Z") == Money{4'500, "PLN"});
    CHECK(costs("2026-01-10T00:00:00Z") == Money{3'000, "EUR"});
    CHECK(costs("2025-01-10T00:00:00Z") == Money{3'000, "EUR"}); // before there was any policy
    CHECK_FALSE(costs("2026-03-10T00:00:00Z", 3));               // a policy that comes later changes nothing
    CHECK_FALSE(costs("2026-01-10T00:00:00Z", 1));
}

TEST_CASE("work costs whole cents, and half a cent is one") {
    CHECK(cost_of(60, 3'500) == 3'500);
    CHECK(cost_of(15, 3'500) == 875);
    CHECK(cost_of(1, 3'500) == 58);   // 58.33
    CHECK(cost_of(1, 3'510) == 59);   // 58.5
    CHECK(cost_of(-1, 3'510) == -59); // what was put right takes back what it cost
    CHECK(cost_of(-15, 3'500) == -875);
    CHECK(cost_of(0, 3'500) == 0);
    CHECK(cost_of(1'000'000, 100'000'000) == 1'666'666'666'667);
}

} // namespace reklamaatio::rulebook::tests
