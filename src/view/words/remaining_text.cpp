// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/remaining_text.hpp"

#include "rulebook/clocks/sla_match.hpp"
#include "time/display.hpp"
#include "time/working_day.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

std::string working_time_left(time::Seconds left, const time::Calendar& calendar) {
    const auto day = time::working_day(calendar);
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
