// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times of day in figures, as they were written: whether they exist is a second question.
#pragma once

#include "time/instant.hpp"
#include "time/scan.hpp"
#include "time/zone.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    int second = 0;

    bool exists() const { return hour < 24 && minute < 60 && second < 60; }
    Seconds since_midnight() const {
        return std::chrono::hours{hour} + std::chrono::minutes{minute} + Seconds{second};
    }
};

struct Written {
    std::chrono::year_month_day date; // perhaps 30 February
    std::optional<TimeOfDay> time;    // perhaps 25:00
    std::optional<std::chrono::minutes> offset;
    bool has_fraction = false;

    bool exists() const { return date.ok() && (!time || time->exists()); }
    // The beginning of the date without a time.
    LocalTime local() const { return Date{date} + (time ? time->since_midnight() : Seconds{0}); }
};

// 14:05, 14:05:33, 9:05; with points for colons only in the short form: 14.05
std::optional<TimeOfDay> scan_time_of_day(Scanner& scanner);

// Z, +02:00, +0200, +02; at most 15 hours.
std::optional<std::chrono::minutes> scan_offset(Scanner& scanner);

// "AM", "p. m.", and in Finnish "ap." and "ip.": whether it is the afternoon.
std::optional<bool> scan_half_day(Scanner& scanner);

// 2026-11-21 or 21.11.2026, alone or with a time after T or a space, after that a fraction of a second and an
// offset from UTC. The whole text, or nothing.
std::optional<Written> read_written(std::string_view text);
// The same at the beginning of a text, as much of it as there is.
std::optional<Written> scan_written(Scanner& scanner);

} // namespace reklamaatio::time
