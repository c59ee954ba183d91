// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/standing.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

void Undone::take(std::int64_t change, std::int64_t undoes) {
    if (undoes != 0 && !contains(change)) m_by.try_emplace(undoes, change);
}

std::vector<Event> standing(std::vector<Event> events) {
    Undone undone;
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        undone.take(event->change, event->undoes);
    if (!events.empty() && undone.contains(events.front().change)) return {};
    std::erase_if(events,
                  [&](const Event& event) { return event.undoes != 0 || undone.contains(event.change); });
    return events;
}

} // namespace reklamaatio::complaint
