// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/lateness_text.hpp"

#include "time/working_day.hpp"

namespace reklamaatio::view {

std::string working_time_between(time::Instant from, time::Instant until, const time::Calendar& calendar) {
    const auto length = calendar.working_time(from, until);
    // Outside of the hours none passes, and nobody counts its seconds.
    return length < std::chrono::minutes{1} ? "0 min" : time::display_working_length(length, calendar);
}

} // namespace reklamaatio::view
