// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/time_text.hpp"

#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

TimeText day_and_time(time::Instant now, const time::Zone& zone) {
    return [now, &zone](time::Instant at) { return time::display_day_and_time(at, now, zone); };
}

TimeText stamped(time::Instant now, const time::Zone& zone, bool near_times) {
    if (!near_times) return absolute(zone);
    return [now, &zone](time::Instant at) { return time::display_short(at, now, zone); };
}

TimeText absolute(const time::Zone& zone) {
    return [&zone](time::Instant at) { return time::display_absolute(at, zone); };
}

} // namespace reklamaatio::view
