// SPDX-License-Identifier: GPL-3.0-or-later
// How long a working day is.
#pragma once

#include "time/calendar.hpp"

#include <string>

namespace reklamaatio::time {

// The average of the weekdays that have hours; where only single dates have any, of those. Zero of a stand-in, whose
// working time is all time.
Seconds working_day(const Calendar& calendar);

// "2 bd 4 h": working time of that calendar, in its days (see display.hpp).
std::string display_working_length(Seconds length, const Calendar& calendar);

} // namespace reklamaatio::time
