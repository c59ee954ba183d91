// SPDX-License-Identifier: GPL-3.0-or-later
// Periods that reports cover: "yesterday", "2026-11", "2026-W47", "2026-01..2026-03".
#pragma once

#include "time/days.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::time {

// A half-open stretch of whole local days: from is the first instant of the first day, until the first
// instant of the day after the last.
struct Period {
    Instant from;
    Instant until;
    friend bool operator==(const Period&, const Period&) = default;
};

// today yesterday, this- and last- of week, month, quarter and year, 2026 2026-11 2026-W47 2026-Q4 2026-11-20 20.11.2026
// and A..B of any two of them, which includes B. Weeks are ISO weeks: they begin on Monday. Throws Error, with a
// suggestion for a misspelt word; also when B ends before A begins, or what lies outside of check_year().
Period parse_period(std::string_view text, Instant now, const Zone& zone);

// What a report is grouped by along time.
enum class Bucket { day, week, month, quarter, year };

// "2026-11-20", "2026-W47", "2026-11", "2026-Q4", "2026": parse_period reads them back.
std::string bucket_label(Bucket bucket, Date date);

// The stretch that a day lies in.
Days days_of(Bucket bucket, Date date);
// The days of a period.
Days days_of(const Period& period, const Zone& zone);
// What kind of stretch some days are exactly; nothing where they are none.
std::optional<Bucket> bucket_of(const Days& span);
// "month"
std::string_view name_of(Bucket bucket);

// What a heading says of a period: "Thursday 19 November 2026" for a day, "November 2026", "week 47 of 2026",
// "Q4 2026", "2026", "Friday 27 to Sunday 29 November 2026" for less than a week, else "1 Jan 2026 to 31 Mar 2026".
std::string describe(const Period& period, const Zone& zone);

} // namespace reklamaatio::time
