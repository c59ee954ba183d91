// SPDX-License-Identifier: GPL-3.0-or-later
// Periods written out: labels that parse_period reads back, and headings.
#include "time/days.hpp"
#include "time/period.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

int year_number(Date date) {
    return static_cast<int>(year_month_day{date}.year());
}
unsigned month_number(Date date) {
    return static_cast<unsigned>(year_month_day{date}.month());
}
unsigned day_number(Date date) {
    return static_cast<unsigned>(year_month_day{date}.day());
}
std::string_view month_name(Date date) {
    return name_of(year_month_day{date}.month());
}

// "Friday 27", "Friday 30 October", "Thursday 31 December 2026", as far as the other day does not say it.
std::string day_before(Date date, Date other) {
    std::string text = fmt::format("{} {}", name_of(weekday{date}), day_number(date));
    if (month_number(date) != month_number(other)) text += fmt::format(" {}", month_name(date));
    if (year_number(date) != year_number(other)) text += fmt::format(" {:04}", year_number(date));
    return text;
}

std::string long_date(Date date) {
    return fmt::format("{} {} {} {:04}", name_of(weekday{date}), day_number(date), month_name(date),
                       year_number(date));
}

std::string short_date(Date date) {
    return fmt::format("{} {} {:04}", day_number(date), short_name(month_name(date)), year_number(date));
}

} // namespace

std::string bucket_label(Bucket bucket, Date date) {
    switch (bucket) {
    case Bucket::day:
        return to_iso(date);
    case Bucket::week: {
        const IsoWeek week = iso_week_of(date);
        return fmt::format("{:04}-W{:02}", week.year, week.week);
    }
    case Bucket::month:
        return fmt::format("{:04}-{:02}", year_number(date), month_number(date));
    case Bucket::quarter:
        return fmt::format("{:04}-Q{}", year_number(date), quarter_number(date));
    case Bucket::year:
        return fmt::format("{:04}", year_number(date));
    }
    throw std::logic_error("there are five buckets");
}

Days days_of(Bucket bucket, Date date) {
    switch (bucket) {
    case Bucket::day:
        return one_day(date);
    case Bucket::week:
        return week_of(date);
    case Bucket::month:
        return month_of(date);
    case Bucket::quarter:
        return quarter_of(date);
    case Bucket::year:
        return year_of(date);
    }
    throw std::logic_error("there are five buckets");
}

Days days_of(const Period& period, const Zone& zone) {
    // The last day is asked for through its last second: after a change of clocks over midnight the wall may
    // show yesterday's date at period.until plus a little.
    const Date first = zone.date_at(period.from);
    return {first, std::max(zone.date_at(period.until - Seconds{1}), first) + days{1}};
}

std::optional<Bucket> bucket_of(const Days& span) {
    for (const Bucket bucket : {Bucket::day, Bucket::week, Bucket::month, Bucket::quarter, Bucket::year})
        if (span == days_of(bucket, span.first)) return bucket;
    return std::nullopt;
}

std::string_view name_of(Bucket bucket) {
    constexpr std::array<std::string_view, 5> k_names{"day", "week", "month", "quarter", "year"};
    return k_names.at(static_cast<std::size_t>(bucket));
}

std::string describe(const Period& period, const Zone& zone) {
    const Days span = days_of(period, zone);
    const Date first = span.first;
    const Date last = span.after - days{1};
    if (span == one_day(first)) return long_date(first);
    if (span == month_of(first)) return fmt::format("{} {:04}", month_name(first), year_number(first));
    if (span == week_of(first)) {
        const IsoWeek week = iso_week_of(first);
        return fmt::format("week {} of {:04}", week.week, week.year);
    }
    if (span == quarter_of(first)) return fmt::format("Q{} {:04}", quarter_number(first), year_number(first));
    if (span == year_of(first)) return fmt::format("{:04}", year_number(first));
    // Weekdays tell more of some days than of many.
    if (span.after - first < days{7})
        return fmt::format("{} to {}", day_before(first, last), long_date(last));
    return fmt::format("{} to {}", short_date(first), short_date(last));
}

} // namespace reklamaatio::time
