// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/due_text.hpp"

#include "store/complaints.hpp"
#include "store/deadlines.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using rulebook::Deadline;

bool comes_first(const Deadline& one, const Deadline& other) {
    if (one.due_at && other.due_at) return *one.due_at < *other.due_at;
    return one.due_at.has_value() && !other.due_at.has_value();
}

} // namespace

std::vector<Deadline> owed_deadlines(store::Database& database, complaint::Id complaint) {
    const bool is_over = !is_unresolved(store::find_complaint(database, complaint).value().status);
    const bool is_asked = store::unanswered_since(database, complaint).has_value();
    auto owed = store::deadlines_of(database, complaint);
    std::erase_if(owed, [&](const Deadline& d) {
        const bool is_left = d.clock == Clock::followup || (d.clock == Clock::reply && is_asked);
        return d.met_at || d.cancelled_at || d.missed_at || (is_over && !is_left);
    });
    std::ranges::stable_sort(owed, comes_first);
    return owed;
}

std::string owed_thing(const Deadline& deadline) {
    switch (deadline.clock) {
    case Clock::response:
        return "the first answer";
    case Clock::reply:
        return "an answer";
    case Clock::update:
        return "news of it";
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
    if (*deadline.due_at < now) return fmt::format("{} is overdue since {}", thing, when(*deadline.due_at));
    return fmt::format("{} {} due {}", thing, is, when(*deadline.due_at));
}

} // namespace reklamaatio::view
