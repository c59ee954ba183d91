// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/display.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

TEST_CASE("instants are shown in the zone, absolutely, in full and shortly") {
    const Zone helsinki = zone("Europe/Helsinki");
    const Instant instant = utc("2026-11-02T08:00:59Z");
    CHECK(display_absolute(instant, helsinki) == "2026-11-02 10:00");
    CHECK(display_full(instant, helsinki) == "Mon 2 Nov 2026 10:00");
    CHECK(display_short(instant, utc("2026-01-01T00:00:00Z"), helsinki) == "2 Nov 10:00");
    CHECK(display_short(instant, utc("2027-01-01T00:00:00Z"), helsinki) == "2 Nov 2026 10:00");
    // The year that counts is the one on the wall.
    CHECK(display_short(utc("2026-12-31T22:30:00Z"), utc("2027-06-01T00:00:00Z"), helsinki) == "1 Jan 00:30");
}

TEST_CASE("of a time that comes twice in the night of a clock change it is told which one is meant") {
    const Zone helsinki = zone("Europe/Helsinki"); // at four o'clock of 25 October 2026 it is three again
    CHECK(display_full(utc("2026-10-25T00:59:59Z"), helsinki) == "Sun 25 Oct 2026 03:59 (UTC+3)");
    CHECK(display_full(utc("2026-10-25T01:00:00Z"), helsinki) == "Sun 25 Oct 2026 03:00 (UTC+2)");
    CHECK(display_full(utc("2026-10-24T23:59:59Z"), helsinki) == "Sun 25 Oct 2026 02:59");
    CHECK(display_full(utc("2026-10-25T02:00:00Z"), helsinki) == "Sun 25 Oct 2026 04:00");
    CHECK(which_of_two(utc("2026-04-04T14:45:00Z"), zone("Australia/Lord_Howe")) == " (UTC+11)");
    CHECK(which_of_two(utc("2026-04-04T15:15:00Z"), zone("Australia/Lord_Howe")) == " (UTC+10:30)");
    CHECK(which_of_two(utc("2026-11-01T05:30:00Z"), zone("America/New_York")) == " (UTC-4)");
}

TEST_CASE("near times are named by their day") {
    const Zone helsinki = zone("Europe/Helsinki");
    const Instant now = utc("2026-11-19T12:00:00Z"); // Thursday, 14:00 on the wall
    struct Case {
        std::string_view instant;
        std::string_view shown;
    };
    const Case cases[] = {
        {"2026-11-19T13:30:00Z", "today 15:30"},      {"2026-11-18T22:00:00Z", "today 00:00"},
        {"2026-11-18T21:59:59Z", "yesterday 23:59"},  {"2026-11-17T21:59:00Z", "17 Nov 23:59"},
        {"2026-11-19T22:00:00Z", "tomorrow 00:00"},   {"2026-11-20T22:00:00Z", "Sat 00:00"},
        {"2026-11-25T21:59:00Z", "Wed 23:59"},        {"2026-11-25T22:00:00Z", "26 Nov 00:00"},
        {"2027-01-02T10:00:00Z", "2 Jan 2027 12:00"},
    };
    for (const Case& c : cases)
        CHECK(display_near(utc(c.instant), now, helsinki) == c.shown);
}

TEST_CASE("other days have their weekday and their date where both are told") {
    const Zone helsinki = zone("Europe/Helsinki");
    const Instant now = utc("2026-11-19T12:00:00Z");
    const auto shown = [&](std::string_view at) { return display_day_and_time(utc(at), now, helsinki); };
    CHECK(shown("2026-11-19T13:30:00Z") == "today 15:30");
    CHECK(shown("2026-11-18T21:59:59Z") == "yesterday 23:59");
    CHECK(shown("2026-11-20T22:00:00Z") == "Sat 21 Nov 00:00");
    CHECK(shown("2027-01-02T10:00:00Z") == "Sat 2 Jan 2027 12:00");
    CHECK(display_clock(utc("2026-11-19T13:30:00Z"), helsinki) == "15:30");
}

TEST_CASE("lengths have two units at most and are rounded down") {
    struct Case {
        long long seconds;
        std::string_view shown;
    };
    const Case cases[] = {
        {0, "0 s"},
        {40, "40 s"},
        {59, "59 s"},
        {60, "1 min"},
        {119, "1 min"},
        {3'300, "55 min"},
        {3'599, "59 min"},
        {3'600, "1 h"},
        {13'200, "3 h 40 min"},
        {86'399, "23 h 59 min"},
        {86'400, "1 d"},
        {89'999, "1 d"},
        {187'200, "2 d 4 h"},
        {190'799, "2 d 4 h"},
        {86'400 * 400, "400 d"},
        {-5, "-5 s"},
        {-7'200, "-2 h"},
    };
    for (const Case& c : cases)
        CHECK(display_length(Seconds{c.seconds}) == c.shown);
}

} // namespace reklamaatio::time::tests
