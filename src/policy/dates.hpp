// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as a policy writes them.
#pragma once

#include "time/instant.hpp"

#include <string>

namespace reklamaatio::policy {

// Both dates belong to it.
struct DateRange {
    time::Date first;
    time::Date last;
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

// "2026-12-24". Throws time::Error.
time::Date parse_date(const std::string& text);

// "2026-12-20..2027-01-06", or a date alone. Throws time::Error, also when it ends before it begins.
DateRange parse_date_range(const std::string& text);
std::string to_string(const DateRange& range);

} // namespace reklamaatio::policy
