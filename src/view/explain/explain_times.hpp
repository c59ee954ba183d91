// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, times of day and lengths as an account has them: exact, in one zone, aligned below each other.
#pragma once

#include "time/day_ledger.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

// "Mon  2 Nov"; with its year where that is not `usual_year`.
std::string day_text(time::Date date, int usual_year);

// "08:00", "08:00:30"; "03:30 (UTC+2)" where the same time comes twice.
std::string time_text(time::Instant at, const time::Zone& zone);

// "Mon  2 Nov 08:00"
std::string moment_text(time::Instant at, const time::Zone& zone, int usual_year);

// "08:00–12:00, 13:00–24:00"
std::string hours_text(const std::vector<time::Interval>& hours, const time::LedgerDay& day,
                       const time::Zone& zone);

// "7 h 30 min", "45 s": nothing is rounded. Of calendar time "2 d 4 h".
std::string exact_length(time::Seconds length, bool is_working_time = true);

int year_of(time::Instant at, const time::Zone& zone);

} // namespace reklamaatio::view
