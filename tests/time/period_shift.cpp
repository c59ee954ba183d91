// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/period_shift.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

const Zone& helsinki() {
    static const Zone k_zone = *Zone::named("Europe/Helsinki");
    return k_zone;
}

Period named(std::string_view text) {
    return parse_period(text, utc("2026-11-20T10:00:00Z"), helsinki());
}

} // namespace

TEST_CASE("the period before is of as many months, or else of as many days") {
    const auto before = [](std::string_view text) { return period_before(named(text), helsinki()); };
    CHECK(before("2026-11") == named("2026-10"));
    CHECK(before("2026-03") == named("2026-02"));
    CHECK(before("2026-01") == named("2025-12"));
    CHECK(before("2026-Q1") == named("2025-Q4"));
    CHECK(before("2026") == named("2025"));
    CHECK(before("2026-02..2026-03") == named("2025-12..2026-01"));
    CHECK(before("2026-W01") == named("2025-W52"));
    CHECK(before("2026-11-20") == named("2026-11-19"));
    CHECK(before("2026-03-29") == named("2026-03-28")); // of 23 hours
    CHECK(before("2026-11-01..2026-11-10") == named("2026-10-22..2026-10-31"));
}

TEST_CASE("a year before are the same dates, and of weeks the same weekdays") {
    const auto before = [](std::string_view text) { return period_a_year_before(named(text), helsinki()); };
    CHECK(before("2026-11") == named("2025-11"));
    CHECK(before("2024-02") == named("2023-02"));
    CHECK(before("2026-Q4") == named("2025-Q4"));
    CHECK(before("2026") == named("2025"));
    CHECK(before("2024-02-29") == named("2023-02-28"));
    CHECK(before("2026-11-20") == named("2025-11-20"));
    CHECK(before("2026-W47") == named("2025-W47"));
    CHECK(before("2026-06-01..2026-06-07")
          == named("2025-06-02..2025-06-08")); // a week, though it begins on a first
    CHECK(before("2026-11-03..2026-11-05") == named("2025-11-03..2025-11-05"));
}

TEST_CASE("a period that is not of whole days is moved by as much time as it takes") {
    const Period hours{utc("2026-11-20T08:00:00Z"), utc("2026-11-20T10:30:00Z")};
    CHECK(period_before(hours, helsinki())
          == Period{utc("2026-11-20T05:30:00Z"), utc("2026-11-20T08:00:00Z")});
    CHECK(period_a_year_before(hours, helsinki())
          == Period{utc("2025-11-21T08:00:00Z"), utc("2025-11-21T10:30:00Z")});
}

TEST_CASE("there is no period before the first year") {
    CHECK_THROWS_AS(period_before(named("1970"), helsinki()), Error);
    CHECK_THROWS_AS(period_a_year_before(named("1970-02"), helsinki()), Error);
}

} // namespace reklamaatio::time::tests
