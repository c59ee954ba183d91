// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/working_day.hpp"

#include "time/display.hpp"

#include <ranges>

namespace reklamaatio::time {

namespace {

Seconds length_of(const Slots& slots) {
    Seconds length{0};
    for (const auto& slot : slots)
        length += slot.closes - slot.opens;
    return length;
}

// Zero where none has hours.
template <typename Days>
Seconds average(const Days& days) {
    Seconds all{0};
    int open = 0;
    for (const Slots& slots : days) {
        all += length_of(slots);
        if (!slots.empty()) ++open;
    }
    return open == 0 ? all : all / open;
}

} // namespace

Seconds working_day(const Calendar& calendar) {
    const auto& rules = calendar.rules();
    if (rules.is_stand_in) return Seconds{0};
    const auto usual = average(rules.hours);
    return usual > Seconds{0} ? usual : average(rules.dates | std::views::values);
}

std::string display_working_length(Seconds length, const Calendar& calendar) {
    return display_working_length(length, working_day(calendar));
}

} // namespace reklamaatio::time
