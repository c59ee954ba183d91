// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/alert_record.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

std::string deadline_text(const AlertRecord& alert) {
    if (!alert.clock) return "deadline";
    if (*alert.clock == Clock::followup) return "follow-up";
    if (*alert.clock == Clock::legal) return "by law";
    if (*alert.clock == Clock::task && alert.ordinal == 0) return "action";
    return deadline_name(*alert.clock, alert.ordinal);
}

} // namespace

std::string alert_text(const AlertRecord& alert) {
    switch (alert.level.value_or(AlertLevel::overdue)) {
    case AlertLevel::due_soon:
        return deadline_text(alert) + " due soon";
    case AlertLevel::overdue:
        if (alert.clock == Clock::answer) return "the customer has not answered";
        // A promise that was not kept in time is broken, whatever comes of it.
        return deadline_text(alert) + (alert.clock == Clock::promise ? " broken" : " overdue");
    case AlertLevel::escalation:
        return fmt::format("{} escalated ({})", deadline_text(alert), alert.detail);
    case AlertLevel::unassigned:
        return "nobody in charge";
    case AlertLevel::surge:
        return fmt::format("surge of {}", alert.detail);
    }
    return "";
}

} // namespace reklamaatio::complaint
