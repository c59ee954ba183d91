// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/working_day.hpp"

#include "time/builders.hpp"
#include "time/display.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

using std::chrono::hours;
using std::chrono::minutes;

TEST_CASE("a working day is as long as the weekdays with hours are on the average") {
    CalendarRules rules;
    rules.name = "office";
    rules.zone = zone("Europe/Helsinki");
    for (const std::size_t day : {0, 1, 2, 3})
        rules.hours[day] = {{hours{8}, hours{12}}, {hours{13}, hours{17}}};
    rules.hours[4] = {{hours{8}, hours{14}}};
    // 4 times 8 h and 6 h are 38 h in 5 days.
    CHECK(working_day(Calendar(rules)) == hours{7} + minutes{36});
}

TEST_CASE("where only single dates have hours they are the working days") {
    CalendarRules rules;
    rules.name = "fair";
    rules.zone = zone("Europe/Warsaw");
    rules.dates[date("2026-08-14")] = {{hours{8}, hours{12}}};
    rules.dates[date("2026-08-15")] = {{hours{8}, hours{10}}};
    rules.dates[date("2026-08-16")] = {};
    CHECK(working_day(Calendar(rules)) == hours{3});
}

TEST_CASE("a stand-in has no working days") {
    CalendarRules rules;
    rules.zone = zone("Europe/Warsaw");
    rules.hours.fill({{hours{0}, hours{24}}});
    rules.is_stand_in = true;
    CHECK(working_day(Calendar(rules)) == Seconds{0});
}

TEST_CASE("working time is told in working days and hours, and below a day in hours and minutes") {
    const Seconds day = hours{8};
    CHECK(display_working_length(hours{8 * 52 + 6} + minutes{40}, day) == "52 bd 6 h");
    CHECK(display_working_length(hours{8}, day) == "1 bd");
    CHECK(display_working_length(hours{8} + minutes{59}, day) == "1 bd");
    CHECK(display_working_length(hours{8} - Seconds{1}, day) == "7 h 59 min");
    CHECK(display_working_length(minutes{59}, day) == "59 min");
    CHECK(display_working_length(Seconds{0}, day) == "0 s");
    CHECK(display_working_length(hours{7} + minutes{30}, hours{7} + minutes{30}) == "1 bd");
    CHECK(display_working_length(hours{50}, Seconds{0}) == "2 d 2 h");
    CHECK(display_hours(hours{50}) == "50 h");
    CHECK(display_hours(hours{26} + minutes{5}) == "26 h 5 min");
}

} // namespace reklamaatio::time::tests
