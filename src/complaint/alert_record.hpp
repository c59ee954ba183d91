// SPDX-License-Identifier: GPL-3.0-or-later
// What was told of a complaint: an alert as it was delivered, or as somebody acknowledged it.
#pragma once

#include "complaint/word.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace reklamaatio::complaint {

// The later one is the more urgent, of two that are raised at the same time.
enum class AlertLevel {
    due_soon,
    overdue,
    escalation, // a point that the policy names has come
    unassigned, // nobody is in charge
    surge       // more complaints of a category than chance explains
};

constexpr auto vocabulary(AlertLevel) {
    return Words<5>{"a level of an alert", {"due_soon", "overdue", "escalation", "unassigned", "surge"}};
}

// A part of a complaint, or of a preventive action. Its number is that of its event, so that none is ever given twice. Either sent or
// acknowledged.
struct AlertRecord {
    std::int64_t number = 0;
    std::optional<AlertLevel> level;
    std::optional<Clock> clock;          // of a deadline
    std::int64_t ordinal = 0;            // which of the clock's deadlines; 0: the one of a preventive action
    std::string detail;                  // the point of an escalation, the category of a surge
    std::optional<time::Instant> due_at; // of a deadline planned again it is another one
    std::optional<time::Instant> raised_at; // since when there was reason for it
    std::string role;                       // whom an escalation names: "lead"
    std::optional<time::Instant> sent_at;
    std::string sent_to;
    std::optional<time::Instant> acknowledged_at;
    std::string acknowledged_by;
    std::string text; // the note of who acknowledged it
    friend bool operator==(const AlertRecord&, const AlertRecord&) = default;
};

// "response overdue", "promise P2 broken", "task T1 due soon", "resolution escalated (due + 4h)", "nobody in charge", "surge of
// damage".
std::string alert_text(const AlertRecord& alert);

} // namespace reklamaatio::complaint
