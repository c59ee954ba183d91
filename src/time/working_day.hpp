// SPDX-License-Identifier: GPL-3.0-or-later
// How long a working day is.
#pragma once

#include "time/calendar.hpp"

namespace reklamaatio::time {

// The average of the weekdays that have hours; where only single dates have any, of those. Zero of a stand-in, whose
// working time is all time.
Seconds working_day(const Calendar& calendar);

} // namespace reklamaatio::time
