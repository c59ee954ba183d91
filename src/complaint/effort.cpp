// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/effort.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

std::int64_t minutes_in(const Value& value) {
    const auto* minutes = std::get_if<std::int64_t>(&value);
    return minutes == nullptr ? 0 : *minutes;
}

bool says_nothing(const Event& event) {
    return event.changes.empty() && event.parts.empty()
           && (!event.message || event.message->direction == Direction::note);
}

} // namespace

std::int64_t effort_of(const Event& event) {
    const auto* change = change_of(event.changes, k_effort);
    return change == nullptr ? 0 : minutes_in(change->after) - minutes_in(change->before);
}

Event with_effort(Event event, std::int64_t before, std::chrono::minutes took) {
    if (took.count() == 0) return event;
    if (says_nothing(event)) event.kind = EventKind::noted;
    const auto known = std::ranges::find(event.changes, k_effort, &FieldChange::field);
    if (known == event.changes.end())
        event.changes.push_back({k_effort, before, before + std::int64_t{took.count()}});
    else
        known->after = minutes_in(known->after) + std::int64_t{took.count()};
    return event;
}

std::vector<std::chrono::minutes> shared(std::chrono::minutes took, std::size_t among) {
    std::vector<std::chrono::minutes> shares;
    for (auto left = static_cast<std::int64_t>(among); left > 0; --left) {
        // Rounded up, so that the first have no less than the last.
        shares.push_back((took + std::chrono::minutes{left - 1}) / left);
        took -= shares.back();
    }
    return shares;
}

} // namespace reklamaatio::complaint
