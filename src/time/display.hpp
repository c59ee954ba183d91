// SPDX-License-Identifier: GPL-3.0-or-later
// Times as a tired person reads them. English; for terminals and text, never for data.
#pragma once

#include "time/instant.hpp"
#include "time/zone.hpp"

#include <string>

namespace reklamaatio::time {

// "2026-11-02 10:00": the absolute form for text in pipes.
std::string display_absolute(Instant instant, const Zone& zone);

// " (UTC+3)" where clocks are put back, so that the time on the wall comes twice; else nothing.
std::string which_of_two(Instant instant, const Zone& zone);

// "Mon 2 Nov 2026 10:00", and which of two such times.
std::string display_full(Instant instant, const Zone& zone);

// "10:00"
std::string display_clock(Instant instant, const Zone& zone);

// "2 Nov 10:00", with the year when it is not the year of now.
std::string display_short(Instant instant, Instant now, const Zone& zone);

// Relative where that helps: "today 15:30", "tomorrow 16:00", "yesterday 09:12", "Fri 16:00" within the next
// six days, else display_short.
std::string display_near(Instant instant, Instant now, const Zone& zone);

// "today 15:30", "tomorrow 16:00", "yesterday 09:12", else the weekday before display_short: "Fri 13 Nov 16:00".
std::string display_day_and_time(Instant instant, Instant now, const Zone& zone);

// Two units at most, rounded down: "2 d 4 h", "3 h 40 min", "55 min", "40 s". Days have 24 hours. With a minus where a
// clock was put back: "-2 h".
std::string display_length(Seconds length);

// Working time, from one working day on in days of that length: "52 bd 6 h", "6 h 20 min". Two units at most, rounded
// down. Where `working_day` is zero, all time is working time, and this is display_length.
std::string display_working_length(Seconds length, Seconds working_day);

// Working time of no calendar that is known, never in days: "46 h", "3 h 40 min".
std::string display_hours(Seconds length);

} // namespace reklamaatio::time
