// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that asks the system for the time.
#include "time/clock.hpp"

namespace reklamaatio::time {

Instant SystemClock::now() const {
    return std::chrono::floor<Seconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds SystemClock::now_in_milliseconds() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
}

} // namespace reklamaatio::time
