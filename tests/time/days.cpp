// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/days.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

// The textbook's formula, from the day of the year: independent of how the room counts.
IsoWeek textbook_week(Date date) {
    const auto weeks_in = [](int y) {
        const auto p = [](int year) { return (year + year / 4 - year / 100 + year / 400) % 7; };
        return p(y) == 4 || p(y - 1) == 3 ? 53 : 52;
    };
    const year_month_day day{date};
    const int y = static_cast<int>(day.year());
    const int ordinal = static_cast<int>((date - Date{day.year() / 1 / 1}).count()) + 1;
    const int week = (ordinal - static_cast<int>(weekday{date}.iso_encoding()) + 10) / 7;
    if (week < 1) return {y - 1, weeks_in(y - 1)};
    if (week > weeks_in(y)) return {y + 1, 1};
    return {y, week};
}

} // namespace

TEST_CASE("ISO weeks agree with the textbook's formula on every day of two centuries") {
    for (Date day = date("1900-01-01"); day < date("2100-12-31"); day += days{1}) {
        const IsoWeek week = iso_week_of(day);
        REQUIRE(week == textbook_week(day));
        const auto span = days_of(week);
        REQUIRE(span);
        REQUIRE((span->first <= day && day < span->after));
        REQUIRE(weekday{span->first} == std::chrono::Monday);
        REQUIRE(*span == week_of(day));
    }
}

TEST_CASE("ISO years end where they end") {
    struct Case {
        std::string_view day;
        IsoWeek week;
    };
    const Case cases[] = {
        {"2020-12-31", {2020, 53}}, {"2021-01-03", {2020, 53}}, {"2021-01-04", {2021, 1}},
        {"2025-12-28", {2025, 52}}, {"2025-12-29", {2026, 1}},  {"2026-01-01", {2026, 1}},
        {"2026-12-31", {2026, 53}}, {"2027-01-03", {2026, 53}}, {"2024-12-30", {2025, 1}},
    };
    for (const Case& c : cases)
        CHECK(iso_week_of(date(c.day)) == c.week);
    CHECK_FALSE(days_of({2025, 53}));
    CHECK_FALSE(days_of({2026, 54}));
    CHECK_FALSE(days_of({2026, 0}));
}

TEST_CASE("months, quarters and years begin and end on the first") {
    const Date leap = date("2024-02-29");
    CHECK(month_of(leap) == Days{date("2024-02-01"), date("2024-03-01")});
    CHECK(quarter_of(leap) == Days{date("2024-01-01"), date("2024-04-01")});
    CHECK(year_of(leap) == Days{date("2024-01-01"), date("2025-01-01")});
    CHECK(month_of(date("2026-12-31")) == Days{date("2026-12-01"), date("2027-01-01")});
    CHECK(quarter_of(date("2026-12-31")) == Days{date("2026-10-01"), date("2027-01-01")});
    CHECK(quarter_number(date("2026-06-30")) == 2);
    CHECK(quarter_number(date("2026-07-01")) == 3);
}

} // namespace reklamaatio::time::tests
