// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/display.hpp"

#include "time/words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// The fields that a clock and a calendar on the wall show.
struct Wall {
    Date date;
    year_month_day fields;
    std::chrono::hh_mm_ss<Seconds> time;

    Wall(Instant instant, const Zone& zone) : Wall(zone.to_local(instant)) {}
    explicit Wall(LocalTime local) : date(date_of(local)), fields(date), time(local - date) {}

    int year() const { return static_cast<int>(fields.year()); }
    unsigned day() const { return static_cast<unsigned>(fields.day()); }
    std::string_view month() const { return short_name(name_of(fields.month())); }
    std::string_view weekday() const { return short_name(name_of(std::chrono::weekday{date})); }
    std::string clock() const {
        return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
    }
};

// Empty for a day that has no such word.
std::string_view near_day(days ahead) {
    if (ahead == days{0}) return "today";
    if (ahead == days{1}) return "tomorrow";
    return ahead == days{-1} ? "yesterday" : "";
}

} // namespace

std::string display_absolute(Instant instant, const Zone& zone) {
    const Wall wall(instant, zone);
    return fmt::format("{} {}", to_iso(wall.date), wall.clock());
}

std::string which_of_two(Instant instant, const Zone& zone) {
    const auto local = zone.to_local(instant);
    if (zone.resolve(local).kind != LocalKind::repeated) return "";
    const auto offset = (local.time_since_epoch() - instant.time_since_epoch()) / std::chrono::minutes{1};
    const auto rest = std::abs(offset % 60);
    return fmt::format(" (UTC{:+}{})", offset / 60, rest == 0 ? "" : fmt::format(":{:02}", rest));
}

std::string display_full(Instant instant, const Zone& zone) {
    const Wall wall(instant, zone);
    return fmt::format("{} {} {} {:04} {}{}", wall.weekday(), wall.day(), wall.month(), wall.year(),
                       wall.clock(), which_of_two(instant, zone));
}

std::string display_clock(Instant instant, const Zone& zone) {
    return Wall(instant, zone).clock();
}

std::string display_short(Instant instant, Instant now, const Zone& zone) {
    const Wall wall(instant, zone);
    if (wall.year() == Wall(now, zone).year())
        return fmt::format("{} {} {}", wall.day(), wall.month(), wall.clock());
    return fmt::format("{} {} {:04} {}", wall.day(), wall.month(), wall.year(), wall.clock());
}

std::string display_near(Instant instant, Instant now, const Zone& zone) {
    constexpr days k_last_named_day{6};
    const Wall wall(instant, zone);
    const days ahead = wall.date - Wall(now, zone).date;
    if (const auto day = near_day(ahead); !day.empty()) return fmt::format("{} {}", day, wall.clock());
    if (ahead > days{0} && ahead <= k_last_named_day)
        return fmt::format("{} {}", wall.weekday(), wall.clock());
    return display_short(instant, now, zone);
}

std::string display_day_and_time(Instant instant, Instant now, const Zone& zone) {
    const Wall wall(instant, zone);
    const auto day = near_day(wall.date - Wall(now, zone).date);
    if (!day.empty()) return fmt::format("{} {}", day, wall.clock());
    return fmt::format("{} {}", wall.weekday(), display_short(instant, now, zone));
}

std::string display_length(Seconds length) {
    constexpr std::pair<Seconds, std::string_view> k_units[] = {
        {days{1}, "d"}, {std::chrono::hours{1}, "h"}, {std::chrono::minutes{1}, "min"}, {Seconds{1}, "s"}};
    if (length < Seconds{0}) return "-" + display_length(-length);
    for (std::size_t i = 0; i < std::size(k_units); ++i) {
        const auto& [size, name] = k_units[i];
        if (length < size && size > Seconds{1}) continue;
        std::string first = fmt::format("{} {}", length / size, name);
        // Seconds are worth saying only where there is nothing larger.
        if (size <= std::chrono::minutes{1}) return first;
        const auto& [next_size, next_name] = k_units[i + 1];
        const auto next = length % size / next_size;
        return next == 0 ? first : fmt::format("{} {} {}", first, next, next_name);
    }
    return "0 s";
}

std::string display_working_length(Seconds length, Seconds working_day) {
    if (working_day <= Seconds{0} || length < working_day) return display_length(length);
    const auto hours = std::chrono::floor<std::chrono::hours>(length % working_day).count();
    const auto days_alone = fmt::format("{} bd", length / working_day);
    return hours == 0 ? days_alone : fmt::format("{} {} h", days_alone, hours);
}

std::string display_hours(Seconds length) {
    const auto hours = std::chrono::floor<std::chrono::hours>(length);
    if (hours.count() < 24) return display_length(length);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length - hours);
    return minutes.count() == 0 ? fmt::format("{} h", hours.count())
                                : fmt::format("{} h {} min", hours.count(), minutes.count());
}

} // namespace reklamaatio::time
