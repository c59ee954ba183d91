// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of whole days on the wall calendar: months, quarters, ISO weeks.
#pragma once

#include "time/instant.hpp"

#include <chrono>
#include <optional>

namespace reklamaatio::time {

// From first to the day before after.
struct Days {
    Date first;
    Date after;
    friend bool operator==(const Days&, const Days&) = default;
};

struct IsoWeek {
    int year; // of its Thursday
    int week;
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

inline Days one_day(Date date) {
    return {date, date + std::chrono::days{1}};
}

Days month_of(Date date);
Days quarter_of(Date date);
Days year_of(Date date);
// Monday to Sunday.
Days week_of(Date date);

IsoWeek iso_week_of(Date date);
// Nothing when that year has no such week: 52 or 53 of them.
std::optional<Days> days_of(IsoWeek week);

// 1 to 4
int quarter_number(Date date);

} // namespace reklamaatio::time
