// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/remaining_text.hpp"

#include "rulebook/clocks/sla_match.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Nothing where only single dates have hours.
time::Seconds average_day(const time::Calendar& calendar) {
    time::Seconds all{0};
    int days = 0;
    for (const auto& slots : calendar.rules().hours) {
        for (const auto& slot : slots)
            all += slot.closes - slot.opens;
        if (!slots.empty()) ++days;
    }
    return days == 0 ? all : all / days;
}

} // namespace

std::string working_time_left(time::Seconds left, const time::Calendar& calendar) {
    const auto day = average_day(calendar);
    if (day > time::Seconds{0} && left >= day) return fmt::format("{} bd", left / day);
    const auto hours = std::chrono::floor<std::chrono::hours>(left);
    return hours.count() > 0 ? fmt::format("{} h", hours.count()) : time::display_length(left);
}

std::string time_left(time::Seconds left, const complaint::Complaint& complaint,
                      const rulebook::Policy& policy) {
    const auto* sla = rulebook::sla_for(policy, complaint);
    const auto target = sla != nullptr ? sla->target(complaint::Clock::resolution) : std::nullopt;
    if (target && !time::counts_working_time(*target)) return time::display_length(left);
    return working_time_left(left, sla != nullptr ? policy.calendar_of(*sla) : policy.default_calendar());
}

} // namespace reklamaatio::view
