// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/days.hpp"

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::Monday;
using std::chrono::month;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

Days months_from(year_month first, months count) {
    return {Date{first / 1}, Date{(first + count) / 1}};
}

year_month month_at(Date date) {
    const year_month_day day{date};
    return day.year() / day.month();
}

Date monday_of(Date date) {
    return date - (weekday{date} - Monday);
}

// ISO 8601: the fourth of January is always in the first week.
Date first_monday(int number) {
    return monday_of(Date{year{number} / std::chrono::January / 4});
}

} // namespace

Days month_of(Date date) {
    return months_from(month_at(date), months{1});
}

Days quarter_of(Date date) {
    const auto first = static_cast<unsigned>(quarter_number(date) * 3 - 2);
    return months_from(year_month_day{date}.year() / month{first}, months{3});
}

Days year_of(Date date) {
    return months_from(year_month_day{date}.year() / std::chrono::January, months{12});
}

Days week_of(Date date) {
    return {monday_of(date), monday_of(date) + days{7}};
}

IsoWeek iso_week_of(Date date) {
    // A week belongs to the year that has its Thursday.
    const int number = static_cast<int>(year_month_day{monday_of(date) + days{3}}.year());
    return {number, static_cast<int>((date - first_monday(number)) / days{7}) + 1};
}

std::optional<Days> days_of(IsoWeek week) {
    const Date monday = first_monday(week.year) + days{7} * (week.week - 1);
    if (week.week < 1 || iso_week_of(monday) != week) return std::nullopt;
    return week_of(monday);
}

int quarter_number(Date date) {
    return static_cast<int>((static_cast<unsigned>(year_month_day{date}.month()) + 2) / 3);
}

} // namespace reklamaatio::time
