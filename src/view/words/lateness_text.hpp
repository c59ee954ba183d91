// SPDX-License-Identifier: GPL-3.0-or-later
// How late something is: everywhere the working time of its calendar.
#pragma once

#include "time/calendar.hpp"

#include <string>

namespace reklamaatio::view {

// "2 bd 4 h": the working time that has passed since it was due, or is left until it is.
std::string working_time_between(time::Instant from, time::Instant until, const time::Calendar& calendar);

} // namespace reklamaatio::view
