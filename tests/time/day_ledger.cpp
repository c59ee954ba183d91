// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/day_ledger.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

TEST_CASE("what has closed a day is told with its source") {
    auto rules = shop_rules();
    rules.holidays[date("2026-08-17")] = "";
    rules.holidays[date("2026-08-18")] = "moving";
    rules.holiday_files[date("2026-08-18")] = "closures.ics";
    rules.dates[date("2026-08-20")] = {};
    const Calendar shop(rules);
    CHECK(shop.closing(date("2026-08-14")) == Closing{ClosedBy::listed, "bridge day", ""});
    CHECK(shop.closing(date("2026-08-16")) == Closing{ClosedBy::no_hours, "", ""});
    CHECK(shop.closing(date("2026-08-17")) == Closing{ClosedBy::listed, "", ""});
    CHECK(shop.closing(date("2026-08-18")) == Closing{ClosedBy::file, "moving", "closures.ics"});
    CHECK_FALSE(shop.closing(date("2026-08-19")));
    CHECK(shop.closing(date("2026-08-20")) == Closing{ClosedBy::own_hours, "", ""});
    CHECK(shop.closing(date("2026-07-01")) == Closing{ClosedBy::yearly, "", ""});
    CHECK(shop.closing(date("2026-12-25")) == Closing{ClosedBy::set, "Christmas Day", "poland"});
}

//  Thu 13 Aug  08–12 13–16   from 11:00 on: 4 h
//  Fri 14 Aug  bridge day
//  Sat 15 Aug  Assumption
//  Sun 16 Aug  no hours
//  Mon 17 Aug  08–12 13–16   until 08:30: 30 min
TEST_CASE("a stretch is told day by day, closed days too") {
    const Calendar shop(shop_rules());
    const auto ledger = day_by_day(shop, utc("2026-08-13T09:00:00Z"), utc("2026-08-17T06:30:00Z"));
    REQUIRE(ledger.size() == 5);
    CHECK(ledger[0].length == std::chrono::hours{4});
    CHECK(ledger[0].worked.size() == 2);
    CHECK(ledger[0].open.front().from == utc("2026-08-13T06:00:00Z"));
    CHECK(ledger[1].closed.value().name == "bridge day");
    CHECK(ledger[2].closed.value().by == ClosedBy::set);
    CHECK(ledger[3].closed.value().by == ClosedBy::no_hours);
    CHECK(ledger[4].date == date("2026-08-17"));
    CHECK(ledger[4].length == std::chrono::minutes{30});
}

TEST_CASE("a stretch that ends at midnight does not touch the next day") {
    const Calendar always(always_rules());
    const auto ledger = day_by_day(always, utc("2026-10-24T21:00:00Z"), utc("2026-10-25T22:00:00Z"));
    REQUIRE(ledger.size() == 1);
    CHECK(ledger[0].is_of_clock_change());
    CHECK(ledger[0].hours() == std::chrono::hours{25});
    CHECK(ledger[0].length == std::chrono::hours{25});
    CHECK_FALSE(ledger[0].has_own_hours);
}

} // namespace reklamaatio::time::tests
