// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

CalendarRules every_day(std::string_view zone_name, Slots hours) {
    CalendarRules rules;
    rules.name = "every day";
    rules.zone = zone(zone_name);
    rules.hours.fill(std::move(hours));
    return rules;
}

Seconds hours_of(const Calendar& calendar, std::string_view day) {
    Seconds sum{0};
    for (const Interval& open : calendar.open_intervals(date(day)))
        sum += open.until - open.from;
    return sum;
}

} // namespace

TEST_CASE("a calendar without hours is refused") {
    CalendarRules rules;
    rules.name = "empty";
    constexpr auto k_message = "calendar 'empty' has no hours; give at least one weekday hours";
    CHECK(error_of([&] { Calendar{rules}; }) == k_message);
    rules.hours[0] = slots({"08:00-08:00"});
    rules.dates[date("2026-01-01")] = {};
    CHECK(error_of([&] { Calendar{rules}; }) == k_message);
    rules.dates[date("2026-01-02")] = slots({"08:00-16:00"});
    CHECK(error_of([&] { Calendar{rules}; }).empty());
}

TEST_CASE("single dates go before holidays, holidays before weekdays") {
    const Calendar shop(shop_rules());
    CHECK(hours_of(shop, "2026-01-12") == hours{7});
    CHECK(hours_of(shop, "2026-12-23") == hours{4});
    CHECK(hours_of(shop, "2026-06-14") == hours{2}); // a Sunday
    CHECK(shop.closing(date("2026-08-14")) == Closing{ClosedBy::listed, "bridge day", ""});
    CHECK(shop.closing(date("2027-07-01")) == Closing{ClosedBy::yearly, "", ""});
    CHECK(shop.closing(date("2026-12-25")) == Closing{ClosedBy::set, "Christmas Day", "poland"});
    CHECK(shop.closing(date("2026-01-11")) == Closing{ClosedBy::no_hours, "", ""});
    CHECK_FALSE(shop.closing(date("2026-01-12")));

    CalendarRules rules = shop_rules();
    rules.dates[date("2026-12-25")] = slots({"10:00-12:00"});
    rules.dates[date("2026-12-28")] = {};
    const Calendar special(rules);
    CHECK(hours_of(special, "2026-12-25") == hours{2});
    CHECK(special.closing(date("2026-12-28")) == Closing{ClosedBy::own_hours, "", ""});
}

TEST_CASE("a day of a clock change has 23 or 25 hours") {
    const Calendar always(always_rules());
    CHECK(hours_of(always, "2026-03-28") == hours{24});
    CHECK(hours_of(always, "2026-03-29") == hours{23});
    CHECK(hours_of(always, "2026-10-25") == hours{25});
    CHECK(hours_of(Calendar(every_day("Australia/Lord_Howe", slots({"00:00-24:00"}))), "2026-04-05")
          == hours{24} + minutes{30});
}

//  wall    02:00   03:00|04:00   05:00        02:00   03:00   04:00|03:00   04:00   05:00
//  UTC     00:00     01:00       02:00        23:00   00:00      01:00      02:00   03:00
TEST_CASE("slots in the night of a clock change become what is left of them") {
    struct Case {
        std::string_view slot;
        minutes forward;
        minutes back;
    };
    const Case cases[] = {
        {"02:00-05:00", minutes{120}, minutes{240}}, {"03:00-04:00", minutes{0}, minutes{120}},
        {"03:15-03:45", minutes{0}, minutes{30}},    {"02:30-03:30", minutes{30}, minutes{60}},
        {"03:30-04:30", minutes{30}, minutes{120}},  {"04:00-05:00", minutes{60}, minutes{60}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.slot);
        const Calendar calendar(every_day("Europe/Helsinki", {slot(c.slot)}));
        CHECK(hours_of(calendar, "2026-03-29") == c.forward);
        CHECK(hours_of(calendar, "2026-10-25") == c.back);
    }
}

TEST_CASE("slots that touch are one stretch, those of neighbouring days are two") {
    const Calendar calendar(every_day("UTC", slots({"00:00-08:00", "08:00-12:00", "13:00-24:00"})));
    const auto open = calendar.open_intervals(date("2026-01-01"));
    REQUIRE(open.size() == 2);
    CHECK(open[0] == Interval{utc("2026-01-01T00:00:00Z"), utc("2026-01-01T12:00:00Z")});
    CHECK(open[1] == Interval{utc("2026-01-01T13:00:00Z"), utc("2026-01-02T00:00:00Z")});
}

TEST_CASE("a day that a zone never had is closed") {
    const Calendar apia(every_day("Pacific/Apia", slots({"08:00-16:00"})));
    CHECK_FALSE(apia.is_working_day(date("2011-12-30")));
    CHECK(apia.closing(date("2011-12-30")) == Closing{ClosedBy::no_hours, "", ""});
    CHECK(apia.close_of_working_day(date("2011-12-29"), 1) == utc("2011-12-31T02:00:00Z"));
}

//  St John's, 1 November 2009, UTC   02:30            02:31            03:30
//  wall                          Nov 1 00:00   00:01|Oct 31 23:01   Nov 1 00:00
TEST_CASE("a month that has begun goes on while the wall shows the month before once more") {
    const Calendar calendar(every_day("America/St_Johns", slots({"00:00-24:00"})));
    CHECK(hours_of(calendar, "2009-10-31") == hours{24});
    CHECK(hours_of(calendar, "2009-11-01") == hours{25});
    CHECK(calendar.is_open(utc("2009-11-01T03:00:00Z")));
    CHECK(calendar.working_time(utc("2009-11-01T02:00:00Z"), utc("2009-11-01T03:00:00Z")) == hours{1});
    CHECK(calendar.add_working_time(utc("2009-11-01T03:00:00Z"), hours{1}) == utc("2009-11-01T04:00:00Z"));
}

TEST_CASE("open is half-open") {
    const Calendar office(office_rules());
    CHECK_FALSE(office.is_open(utc("2026-01-12T05:59:59Z")));
    CHECK(office.is_open(utc("2026-01-12T06:00:00Z")));
    CHECK(office.is_open(utc("2026-01-12T13:59:59Z")));
    CHECK_FALSE(office.is_open(utc("2026-01-12T14:00:00Z")));
}

TEST_CASE("working time over long stretches is the sum of its parts") {
    const Calendar office(office_rules());
    CHECK(office.working_time(utc("2026-01-01T00:00:00Z"), utc("2027-01-01T00:00:00Z")) == hours{8 * 254});
    CHECK(office.working_time(utc("2026-01-16T12:00:00Z"), utc("2026-01-19T07:00:00Z")) == hours{3});
    CHECK(office.working_time(utc("2026-01-19T07:00:00Z"), utc("2026-01-16T12:00:00Z")) == hours{0});
    const Calendar always(always_rules());
    CHECK(always.working_time(utc("1990-01-01T00:00:01Z"), utc("2060-12-31T00:00:03Z"))
          == utc("2060-12-31T00:00:03Z") - utc("1990-01-01T00:00:01Z"));
}

TEST_CASE("no working time ends at once when open, else at the next opening") {
    const Calendar office(office_rules());
    const auto after_nothing = [&](std::string_view start) {
        return to_iso(office.add_working_time(utc(start), Seconds{0}));
    };
    CHECK(after_nothing("2026-01-12T06:00:00Z") == "2026-01-12T06:00:00Z");
    CHECK(after_nothing("2026-01-12T13:59:59Z") == "2026-01-12T13:59:59Z");
    CHECK(after_nothing("2026-01-12T14:00:00Z") == "2026-01-13T06:00:00Z");
    CHECK(after_nothing("2026-01-30T14:00:00Z") == "2026-02-02T06:00:00Z");
}

TEST_CASE("a search ends in an error and not in a wrong date") {
    CalendarRules rules;
    rules.name = "fair";
    rules.dates[date("2026-05-01")] = slots({"10:00-12:00"});
    const Calendar fair(rules);
    CHECK(fair.add_working_time(utc("2026-01-01T00:00:00Z"), hours{2}) == utc("2026-05-01T12:00:00Z"));
    CHECK(error_of([&] { fair.add_working_time(utc("2026-01-01T00:00:00Z"), hours{3}); })
          == "calendar 'fair' has no 180 working minutes within a hundred years of 2026-01-01; give it more "
             "hours");
    CHECK(error_of([&] { fair.add_working_time(utc("2026-06-01T00:00:00Z"), Seconds{0}); })
          == "calendar 'fair' has no 0 working minutes within a hundred years of 2026-06-01; give it more "
             "hours");
    CHECK(
        error_of([&] { fair.close_of_working_day(date("2026-01-01"), 2); })
        == "calendar 'fair' has no 2 working days within a hundred years of 2026-01-01; give it more hours");
    CHECK(error_of([&] { fair.opening_of_working_day_before(date("2026-01-01"), 1); })
          == "calendar 'fair' has no 1 working day within a hundred years of 2026-01-01; give it more hours");
    CHECK(fair.opening_of_working_day_before(date("2027-01-01"), 1) == utc("2026-05-01T10:00:00Z"));
}

TEST_CASE("copies of a calendar answer alike") {
    const Calendar office(office_rules());
    const Instant due = office.add_working_time(utc("2026-01-12T06:00:00Z"), hours{100});
    const Calendar copy(office);
    CHECK(copy.add_working_time(utc("2026-01-12T06:00:00Z"), hours{100}) == due);
}

} // namespace reklamaatio::time::tests
