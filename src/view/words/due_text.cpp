// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/due_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

using complaint::Clock;
using rulebook::Deadline;

std::string owed_thing(const Deadline& deadline) {
    switch (deadline.clock) {
    case Clock::response:
        return "the first answer";
    case Clock::reply:
        return "an answer";
    case Clock::update:
        return "an update to the customer";
    case Clock::resolution:
        return "resolution";
    case Clock::promise:
        return fmt::format("promise P{}", deadline.ordinal);
    case Clock::followup:
        return "the follow-up";
    }
    return "";
}

std::string due_text(const Deadline& deadline, time::Instant now, const TimeText& when, bool would) {
    const auto thing = owed_thing(deadline);
    const std::string_view is = would ? "would be" : "is";
    if (!deadline.due_at) return fmt::format("{} {} paused", thing, is);
    if (*deadline.due_at < now)
        return fmt::format("{} has been overdue since {}", thing, when(*deadline.due_at));
    return fmt::format("{} {} due {}", thing, is, when(*deadline.due_at));
}

} // namespace reklamaatio::view
