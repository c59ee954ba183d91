// SPDX-License-Identifier: GPL-3.0-or-later
// How long personal data are kept.
#pragma once

#include "time/instant.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::rulebook {

// Calendar time, as laws count it. Months are "mo", since "m" is minutes everywhere in a policy.
enum class AgeUnit { days, weeks, months, years };

// count is at least 1.
struct Age {
    int count = 0;
    AgeUnit unit = AgeUnit::years;
    friend bool operator==(const Age&, const Age&) = default;
};

// "90d", "26w", "18mo", "3y". Throws BadValue.
Age parse_age(std::string_view text);
std::string to_string(Age age);

// The date at which something of that date has reached the age: the same day of the month; where the month is
// too short for it, its last day.
time::Date date_at_age(time::Date date, Age age);

} // namespace reklamaatio::rulebook
