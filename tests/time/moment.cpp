// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/moment.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

const Zone k_helsinki = zone("Europe/Helsinki");
const Calendar k_office{office_rules()};

// Thursday 19 November 2026, 14:00:30 in Helsinki
constexpr std::string_view k_now = "2026-11-19T12:00:30Z";

std::string moment(std::string_view text, DateMeans means = DateMeans::beginning,
                   std::string_view now = k_now, const Zone& zone = k_helsinki) {
    return to_iso(parse_moment(text, {utc(now), zone, k_office}, means));
}

std::string refusal(std::string_view text) {
    return error_of([&] { moment(text); });
}

} // namespace

TEST_CASE("working days mean nothing without a calendar") {
    CalendarRules rules = always_rules();
    rules.is_stand_in = true;
    const Calendar stand_in{rules};
    const auto refused = [&](std::string_view text) {
        return error_of([&] { parse_moment(text, {utc(k_now), k_helsinki, stand_in}, DateMeans::end); });
    };
    const std::string why = " is in working days, and the policy has no calendar; write ";
    CHECK(refused("+2bd") == "'+2bd'" + why + "+2d for days, or add a calendar to the policy");
    CHECK(refused("-1bd") == "'-1bd'" + why + "-1d for days, or add a calendar to the policy");
    CHECK(refused("+2d").empty());
    CHECK(refused("+2h").empty());
}

TEST_CASE("moments are read in the zone unless they name another") {
    struct Case {
        std::string_view text;
        std::string_view instant;
    };
    const Case cases[] = {
        {"2026-11-21", "2026-11-20T22:00:00Z"},
        {"2026-11-21T14:05", "2026-11-21T12:05:00Z"},
        {"2026-11-21t14:05:33", "2026-11-21T12:05:33Z"},
        {"2026-11-21 14:05", "2026-11-21T12:05:00Z"},
        {"2026-11-21 9:05", "2026-11-21T07:05:00Z"},
        {"2026-11-21T14:05Z", "2026-11-21T14:05:00Z"},
        // As word processors and web pages write them.
        {"2026\u201111\u201121", "2026-11-20T22:00:00Z"},
        {"2026\u201311\u201321\u00a014:05", "2026-11-21T12:05:00Z"},
        {"\u200b21.11.2026\u202f14.05", "2026-11-21T12:05:00Z"},
        {"\u22123d", "2026-11-16T12:00:30Z"},
        {"yesterday\u00a014:05", "2026-11-18T12:05:00Z"},
        {"3\u00a0days ago", "2026-11-16T12:00:30Z"},
        {"2026-11-21T14:05:33z", "2026-11-21T14:05:33Z"},
        {"2026-11-21T14:05+02:00", "2026-11-21T12:05:00Z"},
        {"2026-11-21 14:05-0530", "2026-11-21T19:35:00Z"},
        {"2026-03-29T03:30Z", "2026-03-29T03:30:00Z"},
        {"21.11.2026", "2026-11-20T22:00:00Z"},
        {"1.5.2026", "2026-04-30T21:00:00Z"},
        {"01.05.2026 14:05:33", "2026-05-01T11:05:33Z"},
        {"21.11.2026 14.05", "2026-11-21T12:05:00Z"},
        {"2024-02-29", "2024-02-28T22:00:00Z"},
        {"now", "2026-11-19T12:00:30Z"},
        {"NOW", "2026-11-19T12:00:30Z"},
        {" now ", "2026-11-19T12:00:30Z"},
        {"today", "2026-11-18T22:00:00Z"},
        {"Yesterday", "2026-11-17T22:00:00Z"},
        {"tomorrow", "2026-11-19T22:00:00Z"},
        {"yesterday 14:05", "2026-11-18T12:05:00Z"},
        {"today 9.30", "2026-11-19T07:30:00Z"},
        {"tomorrow 00:00:01", "2026-11-19T22:00:01Z"},
        {"-3d", "2026-11-16T12:00:30Z"},
        {"+2h", "2026-11-19T14:00:30Z"},
        {"-90m", "2026-11-19T10:30:30Z"},
        {"+2w", "2026-12-03T12:00:30Z"},
        {"+0d", "2026-11-19T12:00:30Z"},
        {"+2BD", "2026-11-23T14:00:00Z"},
        {"+1bd", "2026-11-20T14:00:00Z"},
        {"-1bd", "2026-11-18T06:00:00Z"},
        {"-4bd", "2026-11-13T06:00:00Z"},
        {"3 days ago", "2026-11-16T12:00:30Z"},
        {"1 day ago", "2026-11-18T12:00:30Z"},
        {"2 hours ago", "2026-11-19T10:00:30Z"},
        {"1 week ago", "2026-11-12T12:00:30Z"},
        {"15 minutes ago", "2026-11-19T11:45:30Z"},
        {"15 Min Ago", "2026-11-19T11:45:30Z"},
        // the days of two weeks around Thursday 19 November
        {"next-friday", "2026-11-19T22:00:00Z"},
        {"next-wednesday", "2026-11-24T22:00:00Z"},
        {"next-thursday", "2026-11-25T22:00:00Z"},
        {"last-wednesday", "2026-11-17T22:00:00Z"},
        {"last-monday", "2026-11-15T22:00:00Z"},
        {"last-friday", "2026-11-12T22:00:00Z"},
        {"last-thursday", "2026-11-11T22:00:00Z"},
        {"Next-Friday 14:05", "2026-11-20T12:05:00Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(moment(c.text) == c.instant);
    }
}

TEST_CASE("what has one meaning needs no other spelling") {
    CHECK(moment("next friday") == moment("next-friday"));
    CHECK(moment("last monday 14:05") == moment("last-monday 14:05"));
    CHECK(moment("in 3 days") == moment("+3d"));
    CHECK(moment("in 2 hours") == moment("+2h"));
    CHECK(moment("in 1 week") == moment("+1w"));
    CHECK(moment("in 2 workdays") == moment("+2bd"));
    CHECK(moment("tomorrow noon") == "2026-11-20T10:00:00Z");
    CHECK(moment("yesterday 16") == "2026-11-18T14:00:00Z");
    CHECK(moment("today 0") == moment("today"));
    CHECK(refusal("yesterday 24") != "");
    CHECK(moment("17:00") == "2026-11-19T15:00:00Z");
    CHECK(moment("9:05:10") == "2026-11-19T07:05:10Z");
    CHECK(moment("noon") == "2026-11-19T10:00:00Z");
}

//  now: Thursday 19 November 2026, 14:00:30
TEST_CASE("the direction that was asked for completes a time of day and a date without its year") {
    const auto towards = [](Direction direction, std::string_view text) {
        return to_iso(
            parse_moment(text, {utc(k_now), k_helsinki, k_office}, DateMeans::beginning, direction));
    };
    const auto future = [&](std::string_view text) { return towards(Direction::future, text); };
    const auto past = [&](std::string_view text) { return towards(Direction::past, text); };
    CHECK(future("17:00") == "2026-11-19T15:00:00Z");
    CHECK(past("9:00") == "2026-11-19T07:00:00Z");
    CHECK(error_of([&] { future("9:00"); }) == "'9:00' has passed today; write 'tomorrow 9:00'");
    CHECK(error_of([&] { past("17:00"); }) == "'17:00' is yet to come today; write 'yesterday 17:00'");
    CHECK(future("15.12.") == "2026-12-14T22:00:00Z");
    CHECK(past("15.12.") == "2025-12-14T22:00:00Z");
    CHECK(future("1.2. 14:05") == "2027-02-01T12:05:00Z");
    CHECK(past("1.2. 14.05") == "2026-02-01T12:05:00Z");
    CHECK(future("19.11.") == "2026-11-18T22:00:00Z");
    CHECK(past("19.11.") == "2026-11-18T22:00:00Z");
    CHECK(error_of([&] { future("29.2."); }) != ""); // neither this year nor the next has one
    CHECK(error_of([&] { future("31.4."); }) != "");
    // Without a full stop it may be a time of day.
    CHECK(error_of([&] { future("15.12"); }) == "'15.12' has no year; write 15.12.2026");
    CHECK(error_of([&] { future("friday"); })
          == "'friday' could be either; write next-friday or last-friday");
}

TEST_CASE("a date alone is its end where a deadline is asked") {
    struct Case {
        std::string_view text;
        std::string_view instant;
    };
    const Case cases[] = {
        {"2026-11-21", "2026-11-21T21:59:59Z"},  {"21.11.2026", "2026-11-21T21:59:59Z"},
        {"today", "2026-11-19T21:59:59Z"},       {"tomorrow", "2026-11-20T21:59:59Z"},
        {"next-friday", "2026-11-20T21:59:59Z"}, {"2026-11-21 14:05", "2026-11-21T12:05:00Z"},
        {"+2d", "2026-11-21T12:00:30Z"},         {"now", "2026-11-19T12:00:30Z"},
        {"2026-03-29", "2026-03-29T20:59:59Z"},  {"2026-10-25", "2026-10-25T21:59:59Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(moment(c.text, DateMeans::end) == c.instant);
    }
}

TEST_CASE("a date alone is included where a stretch ends, and a time of day is not") {
    CHECK(moment("2026-11-21", DateMeans::after) == "2026-11-21T22:00:00Z");
    CHECK(moment("yesterday", DateMeans::after) == "2026-11-18T22:00:00Z");
    CHECK(moment("2026-10-25", DateMeans::after) == "2026-10-25T22:00:00Z");
    CHECK(moment("2026-11-21 00:00", DateMeans::after) == "2026-11-20T22:00:00Z");
    CHECK(moment("yesterday 14:05", DateMeans::after) == "2026-11-18T12:05:00Z");
    CHECK(moment("now", DateMeans::after) == "2026-11-19T12:00:30Z");
    // Midnight comes with 18 February, after the hour that came twice.
    CHECK(moment("2018-02-17", DateMeans::after, k_now, zone("America/Sao_Paulo")) == "2018-02-18T03:00:00Z");
}

//  Helsinki, 29 March 2026     02:59 | 04:00        25 October 2026     03:59 | 03:00
TEST_CASE("skipped times are refused and repeated ones are the first of the two") {
    CHECK(refusal("2026-03-29 03:30")
          == "2026-03-29 03:30 does not exist in Europe/Helsinki: clocks were put forward; write 2026-03-29 "
             "04:00");
    CHECK(refusal("29.3.2026 03:30:15")
          == "2026-03-29 03:30:15 does not exist in Europe/Helsinki: clocks were put forward; write "
             "2026-03-29 04:00");
    CHECK(moment("2026-03-29 04:00") == "2026-03-29T01:00:00Z");
    CHECK(moment("2026-10-25 03:30") == "2026-10-25T00:30:00Z");
    CHECK(moment("2026-10-25 03:30+02:00") == "2026-10-25T01:30:00Z");
    // Steps keep the wall clock; where it shows nothing, the first instant after the gap.
    CHECK(moment("+1d", DateMeans::beginning, "2026-03-28T01:30:00Z") == "2026-03-29T01:00:00Z");
    CHECK(moment("+1d", DateMeans::beginning, "2026-03-28T10:00:00Z") == "2026-03-29T09:00:00Z");
    CHECK(moment("+24h", DateMeans::beginning, "2026-03-28T10:00:00Z") == "2026-03-29T10:00:00Z");
    CHECK(moment("1 day ago", DateMeans::beginning, "2026-10-26T10:00:00Z") == "2026-10-25T10:00:00Z");
    CHECK(moment("1 week ago", DateMeans::beginning, "2026-10-26T10:00:00Z") == "2026-10-19T09:00:00Z");
}

TEST_CASE("dates whose edges are cut off still begin and end, and days that never were are refused") {
    const Zone brazil = zone("America/Sao_Paulo");
    CHECK(moment("2017-10-15", DateMeans::beginning, k_now, brazil) == "2017-10-15T03:00:00Z");
    // The last hour of 17 February 2018 came twice: its first 23:59:59.
    CHECK(moment("2018-02-17", DateMeans::end, k_now, brazil) == "2018-02-18T01:59:59Z");
    const Zone samoa = zone("Pacific/Apia");
    CHECK(moment("2011-12-29", DateMeans::end, k_now, samoa) == "2011-12-30T09:59:59Z");
    CHECK(error_of([&] { moment("2011-12-30", DateMeans::end, k_now, samoa); })
          == "2011-12-30 does not exist in Pacific/Apia: clocks were put forward; write 2011-12-31 00:00");
}

TEST_CASE("working days are counted in the calendar's own zone") {
    // 00:30 on the 20th in Helsinki, where the office is; still the 19th in New York
    CHECK(moment("+1bd", DateMeans::beginning, "2026-11-19T22:30:00Z", zone("America/New_York"))
          == "2026-11-23T14:00:00Z");
}

TEST_CASE("what is no moment is refused with the right spelling") {
    struct Case {
        std::string_view text;
        std::string_view message;
    };
    const Case cases[] = {
        {"", "'' is not a time; write a date such as 2026-11-21"},
        {"  ", "'' is not a time; write a date such as 2026-11-21"},
        // the order of day and month
        {"1/5/2026", "'1/5/2026' can be read two ways; write 2026-05-01 or 1.5.2026"},
        {"01-05-2026", "'01-05-2026' can be read two ways; write 2026-05-01 or 1.5.2026"},
        {"5/5/2026", "'5/5/2026' is not a date; write 2026-05-05 or 5.5.2026"},
        {"13/5/2026", "'13/5/2026' is not a date; write 2026-05-13 or 13.5.2026"},
        {"5/13/2026", "'5/13/2026' is not a date; write 2026-05-13 or 13.5.2026"},
        {"31/31/2026", "'31/31/2026' does not exist"},
        {"2026/11/21", "'2026/11/21' is not a date; write 2026-11-21"},
        {"2026-1-5", "'2026-1-5' is not a date; write 2026-01-05"},
        {"2026.11.21", "'2026.11.21' is not a date; write 2026-11-21"},
        // two-digit years
        {"21.11.26", "'21.11.26' has a two-digit year; write 21.11.2026"},
        {"21.11.26 14:05", "'21.11.26 14:05' has a two-digit year; write 21.11.2026"},
        {"1/5/26", "'1/5/26' has a two-digit year; write 1.5.2026"},
        // bare numbers
        {"5", "'5' is a bare number; write +5d, 5 days ago or a date"},
        {"2026", "'2026' is a bare number; write +2026d, 2026 days ago or a date"},
        {"20261121", "'20261121' is a bare number; write 2026-11-21"},
        {"20261399", "'20261399' is a bare number; write a date such as 2026-11-21"},
        {"1795262707", "'1795262707' is a bare number; write a date such as 2026-11-21"},
        // bare weekdays
        {"friday", "'friday' could be either; write next-friday or last-friday"},
        {"Fri", "'Fri' could be either; write next-friday or last-friday"},
        {"friday 14:05", "'friday 14:05' could be either; write next-friday or last-friday"},
        {"next fri", "'next fri' is not a time; write next-friday"},
        {"last-mon", "'last-mon' is not a time; write last-monday"},
        // days and times that do not exist
        {"2026-02-30", "'2026-02-30' does not exist; 2026-02 has 28 days"},
        {"2026-02-29 14:05", "'2026-02-29' does not exist; 2026-02 has 28 days"},
        {"31.4.2026", "'31.4.2026' does not exist; 2026-04 has 30 days"},
        {"2026-13-01", "'2026-13-01' does not exist; months go from 1 to 12"},
        {"2026-11-21 24:00", "'2026-11-21 24:00' does not exist; hours go from 00:00 to 23:59"},
        {"2026-11-21 14:60", "'2026-11-21 14:60' does not exist; hours go from 00:00 to 23:59"},
        {"2026-11-21T14:05:33.5Z", "'2026-11-21T14:05:33.5Z' has a fraction of a second; leave it out"},
        // halves
        {"2026-11", "'2026-11' is a month; write a day, such as 2026-11-01"},
        {"21.11.", "'21.11.' has no year; write 21.11.2026"},
        {"25:00",
         "'25:00' is not a time; write 2026-11-21, '2026-11-21 14:05', yesterday, -3d or next-friday"},
        {"2026-11-21 2:05 pm", "'2026-11-21 2:05 pm' has a twelve-hour clock; write 2026-11-21 14:05"},
        {"2026-11-21T14", "'2026-11-21T14' has no readable time of day; write 2026-11-21 14:05"},
        {"21.11.2026 noon", "'21.11.2026 noon' has no readable time of day; write 21.11.2026 14:05"},
        // steps
        {"5d", "'5d' has no direction; write +5d or -5d"},
        {"3 days", "'3 days' has no direction; write +3d or -3d"},
        {"in 3 moons", "'moons' in 'in 3 moons' is not a unit; write +3m, +3h, +3d, +3w or +3bd"},
        {"+3days", "'+3days' is not a time; write +3d"},
        {"3days ago", "'3days ago' is not a time; write -3d"},
        {"+5", "'+5' has no unit; write +5m, +5h, +5d, +5w or +5bd"},
        {"+5x", "'x' in '+5x' is not a unit; write +5m, +5h, +5d, +5w or +5bd"},
        {"3 months ago", "'months' in '3 months ago' is not a unit; write -3m, -3h, -3d, -3w or -3bd"},
        {"+0bd", "'+0bd' is not a step; write +1bd or -1bd"},
        {"+100000d", "'+100000d' is too far away; write a date"},
        // words
        {"yestreday", "'yestreday' is not a time; did you mean 'yesterday'?"},
        {"tomorow", "'tomorow' is not a time; did you mean 'tomorrow'?"},
        {"next-fridy", "'next-fridy' is not a time; did you mean 'next-friday'?"},
        {"huomenna",
         "'huomenna' is not a time; write 2026-11-21, '2026-11-21 14:05', yesterday, -3d or next-friday"},
        {"next-",
         "'next-' is not a time; write 2026-11-21, '2026-11-21 14:05', yesterday, -3d or next-friday"},
    };
    for (const Case& c : cases)
        CHECK(refusal(c.text) == c.message);
}

} // namespace reklamaatio::time::tests
