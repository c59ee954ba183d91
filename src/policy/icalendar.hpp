// SPDX-License-Identifier: GPL-3.0-or-later
// All-day events of iCalendar files (RFC 5545), read with libical.
#pragma once

#include "policy/holiday_files.hpp"

#include <string>
#include <vector>

namespace reklamaatio::policy {

// The days that all-day events cover, in order, with their summaries: recurring ones as far as they touch
// `recurring`, the others whenever they are. All day are those whose times are dates, and those that Outlook marks as
// such, from midnight to midnight. Cancelled events, and those with a time of day, are left out and counted. Throws complaint::BadValue, with a clause that wants the file's name in front, for what is no
// iCalendar in UTF-8 or has no event, for an event that ends before it begins, and where libical is not
// installed.
HolidayFile read_icalendar(const std::string& text, const DateRange& recurring);

} // namespace reklamaatio::policy
