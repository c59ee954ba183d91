// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/period_shift.hpp"

#include "time/days.hpp"

#include <optional>

namespace reklamaatio::time {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::years;

// The days of a period that is of whole ones.
std::optional<Days> whole_days(const Period& period, const Zone& zone) {
    const Days found{zone.date_at(period.from), zone.date_at(period.until)};
    const bool are_whole =
        zone.start_of(found.first) == period.from && zone.start_of(found.after) == period.until;
    return are_whole ? std::optional(found) : std::nullopt;
}

bool is_first(Date date) {
    return std::chrono::year_month_day{date}.day() == std::chrono::day{1};
}

Date months_earlier(Date first, months number) {
    return Date{std::chrono::year_month_day{first} - number};
}

months months_between(Date first, Date after) {
    const std::chrono::year_month_day a{first};
    const std::chrono::year_month_day b{after};
    return std::chrono::year_month{b.year(), b.month()} - std::chrono::year_month{a.year(), a.month()};
}

Date year_earlier(Date date) {
    const auto earlier = std::chrono::year_month_day{date} - years{1};
    return earlier.ok() ? Date{earlier}
                        : Date{std::chrono::year_month_day_last{
                            earlier.year(), std::chrono::month_day_last{earlier.month()}}};
}

bool are_months(const Days& of) {
    return is_first(of.first) && is_first(of.after);
}

bool are_weeks(const Days& of) {
    return std::chrono::weekday{of.first} == std::chrono::Monday && (of.after - of.first).count() % 7 == 0
           && !are_months(of);
}

Period period_of(const Days& of, const Zone& zone) {
    check_year(of.first, to_iso(of.first));
    return {zone.start_of(of.first), zone.start_of(of.after)};
}

} // namespace

Period period_before(const Period& period, const Zone& zone) {
    const auto found = whole_days(period, zone);
    if (!found) return {period.from - (period.until - period.from), period.from};
    if (are_months(*found)) {
        const auto number = months_between(found->first, found->after);
        return period_of({months_earlier(found->first, number), found->first}, zone);
    }
    return period_of({found->first - (found->after - found->first), found->first}, zone);
}

Period period_a_year_before(const Period& period, const Zone& zone) {
    constexpr days k_weeks_of_a_year{364};
    const auto found = whole_days(period, zone);
    if (!found) return {period.from - k_weeks_of_a_year, period.until - k_weeks_of_a_year};
    if (are_weeks(*found))
        return period_of({found->first - k_weeks_of_a_year, found->after - k_weeks_of_a_year}, zone);
    return period_of({year_earlier(found->first), year_earlier(found->after)}, zone);
}

} // namespace reklamaatio::time
