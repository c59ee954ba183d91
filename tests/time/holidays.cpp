// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/holidays.hpp"

#include "time/builders.hpp"

#include <fstream>
#include <map>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

// holidays_*.csv: the days of type "public" that npm's date-holidays 3.37.0 gives for 2000 to 2100, unedited
// but for second names of the same date.
std::set<Date> oracle(const std::string& file) {
    std::ifstream in(std::string(TESTS_FOLDER) + "/time/" + file);
    REQUIRE(in);
    std::set<Date> dates;
    std::string line;
    std::getline(in, line);
    REQUIRE(line == "date,name");
    while (std::getline(in, line))
        dates.insert(date(line.substr(0, 10)));
    return dates;
}

std::set<Date> ours(HolidaySet set) {
    std::set<Date> dates;
    for (int year = 2000; year <= 2100; ++year)
        for (const Holiday& holiday : holidays_of(set, std::chrono::year{year}))
            dates.insert(holiday.date);
    return dates;
}

// Days on which the oracle is wrong.
struct Difference {
    std::string_view date;
    bool is_holiday;
    std::string_view reason;
};

void compare(HolidaySet set, const std::string& file, std::initializer_list<Difference> differences) {
    std::set<Date> expected = oracle(file);
    for (const Difference& known : differences) {
        CAPTURE(known.reason);
        // A difference that the oracle has mended should leave this table.
        CHECK(expected.contains(date(known.date)) != known.is_holiday);
        if (known.is_holiday)
            expected.insert(date(known.date));
        else
            expected.erase(date(known.date));
    }
    const std::set<Date> computed = ours(set);
    for (Date day = date("2000-01-01"); day <= date("2100-12-31"); day += std::chrono::days{1}) {
        CAPTURE(to_iso(day));
        if (expected.contains(day) != computed.contains(day))
            CHECK(expected.contains(day) == computed.contains(day));
    }
    CHECK(computed == expected);
}

std::map<std::string, std::string> named(HolidaySet set, int year) {
    std::map<std::string, std::string> result;
    for (const Holiday& holiday : holidays_of(set, std::chrono::year{year}))
        result[std::string(holiday.name)] += to_iso(holiday.date).substr(5);
    return result;
}

} // namespace

TEST_CASE("Finland's holidays are those of date-holidays") {
    compare(HolidaySet::finland, "holidays_finland.csv", {});
}

TEST_CASE("Poland's holidays are those of date-holidays and of the law of 7 November 2018") {
    compare(
        HolidaySet::poland, "holidays_poland.csv",
        {{"2018-11-12", true, "a holiday once, for the centenary of independence: Dz.U. 2018 poz. 2117"}});
}

TEST_CASE("Finland kept Epiphany and Ascension on Saturdays from 1973 to 1990") {
    CHECK(named(HolidaySet::finland, 1973).at("Epiphany") == "01-06");
    CHECK(named(HolidaySet::finland, 1990).at("Epiphany") == "01-06");
    CHECK(named(HolidaySet::finland, 1989).at("Epiphany") == "01-07");
    CHECK(named(HolidaySet::finland, 1991).at("Epiphany") == "01-06");
    CHECK(named(HolidaySet::finland, 1990).at("Ascension Day") == "05-19");
    CHECK(named(HolidaySet::finland, 1991).at("Ascension Day") == "05-09");
    CHECK(named(HolidaySet::finland, 1950).at("Epiphany") == "01-07");
}

TEST_CASE("Poland's holidays follow the law of their year") {
    CHECK(named(HolidaySet::poland, 1988).contains("Rebirth of Poland"));
    CHECK_FALSE(named(HolidaySet::poland, 1990).contains("Rebirth of Poland"));
    CHECK_FALSE(named(HolidaySet::poland, 1988).contains("Independence Day"));
    CHECK(named(HolidaySet::poland, 1989).contains("Independence Day"));
    CHECK_FALSE(named(HolidaySet::poland, 1989).contains("Constitution Day"));
    CHECK(named(HolidaySet::poland, 1990).contains("Constitution Day"));
    CHECK_FALSE(named(HolidaySet::poland, 2010).contains("Epiphany"));
    CHECK(named(HolidaySet::poland, 2011).contains("Epiphany"));
    CHECK_FALSE(named(HolidaySet::poland, 2024).contains("Christmas Eve"));
    CHECK(named(HolidaySet::poland, 2025).contains("Christmas Eve"));
}

TEST_CASE("the days of a year are in order") {
    for (const HolidaySet set : {HolidaySet::finland, HolidaySet::poland})
        for (int year = 1900; year <= 2200; ++year) {
            const auto holidays = holidays_of(set, std::chrono::year{year});
            REQUIRE(std::is_sorted(holidays.begin(), holidays.end(),
                                   [](const Holiday& a, const Holiday& b) { return a.date < b.date; }));
        }
}

TEST_CASE("eves are working days in Finland") {
    const Calendar office(office_rules());
    CHECK(office.is_working_day(date("2026-06-19"))); // Midsummer Eve
    CHECK(office.is_working_day(date("2026-12-24")));
    CHECK_FALSE(office.is_working_day(date("2026-12-25")));
}

TEST_CASE("Easter is where the church's tables put it") {
    for (const std::string_view sunday :
         {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
          "2019-04-21", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
        const Date day = date(sunday);
        CHECK(to_iso(easter_sunday(std::chrono::year_month_day{day}.year())) == sunday);
    }
}

TEST_CASE("holiday sets are found by the names that policies use") {
    CHECK(holiday_set_named("finland") == HolidaySet::finland);
    CHECK(holiday_set_named("poland") == HolidaySet::poland);
    CHECK_FALSE(holiday_set_named("Finland"));
    CHECK_FALSE(holiday_set_named("sweden"));
}

} // namespace reklamaatio::time::tests
