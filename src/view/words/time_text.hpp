// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to say a time within a sentence.
#pragma once

#include "time/zone.hpp"

#include <functional>
#include <string>

namespace reklamaatio::view {

// How a time is said.
using TimeText = std::function<std::string(time::Instant)>;

// "today 15:30", "Fri 27 Nov 16:00": what is said once is not looked up in a calendar.
TimeText day_and_time(time::Instant now, const time::Zone& zone);
// "27 Nov 16:00" for those who read at a terminal (`near_times`), else as absolute: in a column of dates,
// where "today" would be misread.
TimeText stamped(time::Instant now, const time::Zone& zone, bool near_times);
// "2026-11-27 16:00"
TimeText absolute(const time::Zone& zone);

// "2026-11-27T14:00:00Z", as data say it.
inline std::string iso_time(time::Instant at) {
    return time::to_iso(at);
}

} // namespace reklamaatio::view
