// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/explain_times.hpp"

#include "time/display.hpp"
#include "time/words.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using std::chrono::year_month_day;

std::string time_of_day(time::Seconds since_midnight) {
    const std::chrono::hh_mm_ss time{since_midnight};
    const auto minutes = fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
    if (time.seconds().count() == 0) return minutes;
    return fmt::format("{}:{:02}", minutes, time.seconds().count());
}

} // namespace

int year_of(time::Instant at, const time::Zone& zone) {
    return static_cast<int>(year_month_day{zone.date_at(at)}.year());
}

std::string day_text(time::Date date, int usual_year) {
    const year_month_day fields{date};
    const int year = static_cast<int>(fields.year());
    return fmt::format("{} {:2} {}{}", time::short_name(time::name_of(std::chrono::weekday{date})),
                       static_cast<unsigned>(fields.day()), time::short_name(time::name_of(fields.month())),
                       year == usual_year ? "" : fmt::format(" {:04}", year));
}

std::string time_text(time::Instant at, const time::Zone& zone) {
    const auto local = zone.to_local(at);
    return time_of_day(local - time::date_of(local)) + time::which_of_two(at, zone);
}

std::string moment_text(time::Instant at, const time::Zone& zone, int usual_year) {
    return fmt::format("{} {}", day_text(zone.date_at(at), usual_year), time_text(at, zone));
}

// The end of a day is its hour 24, not the beginning of the next day.
std::string hours_text(const std::vector<time::Interval>& hours, const time::LedgerDay& day,
                       const time::Zone& zone) {
    std::string text;
    for (const auto& part : hours)
        text += fmt::format("{}{}–{}", text.empty() ? "" : ", ", time_text(part.from, zone),
                            part.until == day.whole.until ? "24:00" : time_text(part.until, zone));
    return text;
}

std::string exact_length(time::Seconds length, bool is_working_time) {
    struct Unit {
        time::Seconds size;
        std::string_view name;
    };
    constexpr Unit k_units[] = {{std::chrono::days{1}, "d"},
                                {std::chrono::hours{1}, "h"},
                                {std::chrono::minutes{1}, "min"},
                                {time::Seconds{1}, "s"}};
    std::string text;
    for (const auto& [size, name] : k_units) {
        // A day of working time has no hours of its own.
        if (is_working_time && size == std::chrono::days{1}) continue;
        if (const auto count = length / size; count > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, name);
        length %= size;
    }
    return text.empty() ? "0 min" : text;
}

} // namespace reklamaatio::view
