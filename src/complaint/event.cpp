// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/event.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace reklamaatio::complaint {

namespace {

std::vector<FieldChange> turned(std::vector<FieldChange> changes) {
    for (auto& change : changes)
        std::swap(change.before, change.after);
    return changes;
}

} // namespace

const FieldChange* change_of(std::span<const FieldChange> changes, std::string_view field) {
    const auto found = std::ranges::find(changes, field, &FieldChange::field);
    return found == changes.end() ? nullptr : &*found;
}

Event inverse(const Event& event) {
    Event made;
    made.kind = EventKind::undone;
    made.complaint = event.complaint;
    made.customer = event.customer;
    made.action = event.action;
    made.changes = turned(event.changes);
    for (const auto& part : event.parts)
        made.parts.push_back({part.part, part.number, turned(part.changes)});
    return made;
}

std::vector<Event> standing(std::vector<Event> events) {
    // An undoing is younger than what it takes back, so that from the last to the first each is known to
    // stand or not.
    std::set<std::int64_t> undone;
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (event->undoes != 0 && !undone.contains(event->change)) undone.insert(event->undoes);
    std::erase_if(events,
                  [&](const Event& event) { return event.undoes != 0 || undone.contains(event.change); });
    return events;
}

std::vector<Reopening> reopenings(const std::vector<Event>& events) {
    std::vector<Reopening> found;
    for (const auto& event : events) {
        if (event.kind != EventKind::reopened) continue;
        const auto* resolved = change_of(event.changes, "resolved_at");
        if (resolved == nullptr) continue;
        const auto seconds = time::Seconds{std::get<std::int64_t>(resolved->before)};
        found.push_back({time::Instant{seconds}, event.happened_at});
    }
    return found;
}

} // namespace reklamaatio::complaint
