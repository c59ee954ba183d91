// SPDX-License-Identifier: GPL-3.0-or-later
// The English names of weekdays and months.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

// Monday first, as ISO 8601 counts.
inline constexpr std::array<std::string_view, 7> k_weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                            "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 12> k_months{"January",   "February", "March",    "April",
                                                           "May",       "June",     "July",     "August",
                                                           "September", "October",  "November", "December"};

// The first three letters are the short form of all of them.
constexpr std::string_view short_name(std::string_view name) {
    return name.substr(0, 3);
}

std::string_view name_of(std::chrono::weekday day);
std::string_view name_of(std::chrono::month month);

// The full name or its first three letters, in any case.
std::optional<std::chrono::weekday> weekday_named(std::string_view name);
std::optional<std::chrono::month> month_named(std::string_view name);

} // namespace reklamaatio::time
