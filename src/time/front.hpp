// SPDX-License-Identifier: GPL-3.0-or-later
// Times at the beginning of a text that goes on behind them.
#pragma once

#include "time/instant.hpp"

#include <string_view>

namespace reklamaatio::time {

// What stands behind the time that was read, and belongs to it: the time is another one without it.
enum class LeftOut { nothing, time_of_day, seconds, half_day, zone };

struct Front {
    Instant at;
    bool is_date;  // a day without a time of day: `at` is its beginning
    bool is_whole; // nothing stands behind it
    LeftOut left_out = LeftOut::nothing;
};

// What has been read of a time already.
struct FrontHas {
    bool time_of_day = false;
    bool seconds = false;
    bool half_day = false;
    bool zone = false;
};

// `rest` is plain, not empty, and follows the time at once.
LeftOut left_out_in(std::string_view rest, const FrontHas& has);

} // namespace reklamaatio::time
