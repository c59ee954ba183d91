// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/remaining_text.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {

using std::chrono::hours;
using std::chrono::minutes;

TEST_CASE("what is left of working time is told in working days, then hours, then minutes") {
    // On the average a day of the shop has 6 h 25 min.
    const time::Calendar shop(time::tests::shop_rules());
    CHECK(working_time_left(hours{86}, shop) == "13 bd");
    CHECK(working_time_left(hours{6} + minutes{25}, shop) == "1 bd");
    CHECK(working_time_left(hours{6} + minutes{24}, shop) == "6 h");
    CHECK(working_time_left(minutes{59}, shop) == "59 min");
    CHECK(working_time_left(minutes{0}, shop) == "0 s");
}

TEST_CASE("without weekly hours a day is as long as the single dates are") {
    time::CalendarRules rules;
    rules.name = "fair";
    rules.zone = time::tests::zone("Europe/Warsaw");
    rules.dates[time::tests::date("2026-08-14")] = {{hours{8}, hours{12}}};
    CHECK(working_time_left(hours{30}, time::Calendar(rules)) == "7 bd");
}

} // namespace reklamaatio::view::tests
