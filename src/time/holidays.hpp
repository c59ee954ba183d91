// SPDX-License-Identifier: GPL-3.0-or-later
// The official public holidays of countries, computed for any year.
#pragma once

#include "time/instant.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace reklamaatio::time {

enum class HolidaySet { finland, poland };

// The names that a policy uses, in the order of the enumeration.
inline constexpr std::array<std::string_view, 2> k_holiday_set_names{"finland", "poland"};

std::optional<HolidaySet> holiday_set_named(std::string_view name);

struct Holiday {
    Date date;
    std::string_view name; // English, such as "Midsummer Day"
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

// The holidays of that year in order of date. Only days that the law of that year makes holidays: eves are
// working days unless the law says otherwise (Poland's 24 December since 2025).
// Sources: Finland: laki 388/1937 and its amendments, kirkkolaki; Poland: ustawa o dniach wolnych od pracy
// (1951) and its amendments. Years before 1973 use the rules of 1973.
std::vector<Holiday> holidays_of(HolidaySet set, std::chrono::year year);

// Western Easter Sunday of a Gregorian year.
Date easter_sunday(std::chrono::year year);

} // namespace reklamaatio::time
