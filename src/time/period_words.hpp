// SPDX-License-Identifier: GPL-3.0-or-later
// The words for periods, with the days that they mean today.
#pragma once

#include "time/days.hpp"

#include <array>
#include <string_view>

namespace reklamaatio::time {

struct PeriodWord {
    std::string_view word;
    Days (*days_at)(Date today);
};

inline constexpr std::array<PeriodWord, 10> k_period_words{{
    {"today", [](Date today) { return one_day(today); }},
    {"yesterday", [](Date today) { return one_day(today - std::chrono::days{1}); }},
    {"this-week", [](Date today) { return week_of(today); }},
    {"last-week", [](Date today) { return week_of(today - std::chrono::days{7}); }},
    {"this-month", [](Date today) { return month_of(today); }},
    {"last-month", [](Date today) { return month_of(month_of(today).first - std::chrono::days{1}); }},
    {"this-quarter", [](Date today) { return quarter_of(today); }},
    {"last-quarter", [](Date today) { return quarter_of(quarter_of(today).first - std::chrono::days{1}); }},
    {"this-year", [](Date today) { return year_of(today); }},
    {"last-year", [](Date today) { return year_of(year_of(today).first - std::chrono::days{1}); }},
}};

} // namespace reklamaatio::time
