// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/event.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

std::vector<Reopening> reopenings(const std::vector<Event>& events) {
    std::vector<Reopening> found;
    for (const auto& event : events) {
        if (event.kind != EventKind::reopened) continue;
        const auto resolved = std::ranges::find(event.changes, "resolved_at", &FieldChange::field);
        if (resolved == event.changes.end()) continue;
        const auto seconds = time::Seconds{std::get<std::int64_t>(resolved->before)};
        found.push_back({time::Instant{seconds}, event.happened_at});
    }
    return found;
}

} // namespace reklamaatio::complaint
