// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/holidays.hpp"

#include <algorithm>
#include <span>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::Saturday;
using std::chrono::weekday;
using std::chrono::year;

constexpr int k_first_rules = 1973;
constexpr int k_for_good = 32767;

constexpr Date on(year y, unsigned month, unsigned day) {
    return Date{y / std::chrono::month{month} / std::chrono::day{day}};
}

template <unsigned month, unsigned day>
Date fixed(year y) {
    return on(y, month, day);
}

template <int offset>
Date after_easter(year y) {
    return easter_sunday(y) + days{offset};
}

// The first Saturday that is not before that day.
template <unsigned month, unsigned day>
Date saturday_from(year y) {
    const Date first = on(y, month, day);
    return first + (Saturday - weekday{first});
}

// One day that the law makes a holiday in the years from since to until, both included.
struct Rule {
    std::string_view name;
    Date (*date_in)(year);
    int since = k_first_rules;
    int until = k_for_good;
};

// Epiphany and Ascension were kept on Saturdays from 1973 to 1990, so that weeks were not broken. Midsummer
// Eve and Christmas Eve are free by labour agreements only.
constexpr Rule k_finland[] = {
    {"New Year's Day", fixed<1, 1>},
    {"Epiphany", saturday_from<1, 6>, k_first_rules, 1990},
    {"Epiphany", fixed<1, 6>, 1991},
    {"Good Friday", after_easter<-2>},
    {"Easter Sunday", after_easter<0>},
    {"Easter Monday", after_easter<1>},
    {"May Day", fixed<5, 1>},
    {"Ascension Day", after_easter<34>, k_first_rules, 1990},
    {"Ascension Day", after_easter<39>, 1991},
    {"Whit Sunday", after_easter<49>},
    {"Midsummer Day", saturday_from<6, 20>},
    {"All Saints' Day", saturday_from<10, 31>},
    {"Independence Day", fixed<12, 6>},
    {"Christmas Day", fixed<12, 25>},
    {"Boxing Day", fixed<12, 26>},
};

// Dz.U. 1951 nr 4 poz. 28, as amended by Dz.U. 1989 nr 6 poz. 34 (11 November), 1989 nr 29 poz. 154 (15
// August), 1990 nr 28 poz. 159 and 160 (3 May for 22 July), 2010 nr 224 poz. 1459 (6 January), 2018 poz. 2117
// (the centenary), 2024 poz. 1965 (24 December).
constexpr Rule k_poland[] = {
    {"New Year's Day", fixed<1, 1>},
    {"Epiphany", fixed<1, 6>, 2011},
    {"Easter Sunday", after_easter<0>},
    {"Easter Monday", after_easter<1>},
    {"Labour Day", fixed<5, 1>},
    {"Constitution Day", fixed<5, 3>, 1990},
    {"Whit Sunday", after_easter<49>},
    {"Corpus Christi", after_easter<60>},
    {"Rebirth of Poland", fixed<7, 22>, k_first_rules, 1989},
    {"Assumption Day", fixed<8, 15>, 1989},
    {"All Saints' Day", fixed<11, 1>},
    {"Independence Day", fixed<11, 11>, 1989},
    {"Centenary of Independence", fixed<11, 12>, 2018, 2018},
    {"Christmas Eve", fixed<12, 24>, 2025},
    {"Christmas Day", fixed<12, 25>},
    {"Second Day of Christmas", fixed<12, 26>},
};

// In the order of the enumeration.
constexpr std::array<std::span<const Rule>, k_holiday_set_names.size()> k_sets{k_finland, k_poland};

} // namespace

std::optional<HolidaySet> holiday_set_named(std::string_view name) {
    const auto found = std::find(k_holiday_set_names.begin(), k_holiday_set_names.end(), name);
    if (found == k_holiday_set_names.end()) return std::nullopt;
    return static_cast<HolidaySet>(found - k_holiday_set_names.begin());
}

std::vector<Holiday> holidays_of(HolidaySet set, year y) {
    const int rules_of = std::max(static_cast<int>(y), k_first_rules);
    std::vector<Holiday> holidays;
    for (const Rule& rule : k_sets.at(static_cast<std::size_t>(set)))
        if (rule.since <= rules_of && rules_of <= rule.until)
            holidays.push_back({rule.date_in(y), rule.name});
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
    return holidays;
}

// The anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8); the names are the usual
// ones.
Date easter_sunday(year y) {
    const int number = static_cast<int>(y);
    const int golden = number % 19;
    const int century = number / 100;
    const int corrections = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + corrections + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (number % 100 / 4) - epact - number % 100 % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int count = epact + weekday - 7 * late + 114;
    return on(y, static_cast<unsigned>(count / 31), static_cast<unsigned>(count % 31 + 1));
}

} // namespace reklamaatio::time
