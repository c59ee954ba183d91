// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/meanwhile.hpp"

#include "complaint/field.hpp"
#include "complaint/standing.hpp"
#include "store/events.hpp"

#include <algorithm>
#include <chrono>

namespace reklamaatio::casework {

namespace {

using complaint::Event;
using complaint::EventKind;

constexpr std::chrono::hours k_just_now{1};

// What people say, and not what follows from it.
bool is_said(const Event& event, std::string_view name) {
    if (event.customer) return name != "merged_into";
    const auto* field = complaint::field_named<complaint::Complaint>(name);
    const bool is_own = field == nullptr;
    return is_own || name == "assignee" || name == "team" || name == "customer_id"
           || field->uses.has(complaint::Use::edit) || field->uses.has(complaint::Use::classify);
}

bool corrects(const Event& event) {
    return event.kind == EventKind::edited || event.kind == EventKind::classified
           || event.kind == EventKind::assigned || event.kind == EventKind::customer_changed;
}

// The latest one that changed the field; null where none did.
const Event* last_of(const std::vector<Event>& events, std::string_view field) {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const Event& event) {
        return complaint::change_of(complaint::each_change(event), field) != nullptr;
    });
    return found == events.rend() ? nullptr : &*found;
}

} // namespace

std::vector<Event> replaced_by(Desk& desk, const Event& event) {
    std::vector<Event> replaced;
    if (!corrects(event)) return replaced;
    const auto events =
        complaint::standing(event.customer ? store::events_of(desk.database(), *event.customer)
                                           : store::events_of(desk.database(), event.complaint.value()));
    for (const auto& change : complaint::each_change(event)) {
        const auto* last = is_said(event, change.field) ? last_of(events, change.field) : nullptr;
        const bool is_news = last != nullptr && corrects(*last) && last->actor != desk.actor()
                             && last->recorded_at > desk.now() - k_just_now;
        if (!is_news) continue;
        const auto changes = complaint::each_change(*last);
        const auto* was = complaint::change_of(changes, change.field);
        if (was->after == change.after) continue;
        Event theirs = *last;
        theirs.parts.clear();
        theirs.message.reset();
        theirs.changes = {*was};
        replaced.push_back(std::move(theirs));
    }
    return replaced;
}

std::vector<Event> events_since(Desk& desk, complaint::Id id, std::int64_t event) {
    auto events = complaint::standing(store::events_of(desk.database(), id));
    std::erase_if(events,
                  [&](const Event& each) { return each.number <= event || each.actor == desk.actor(); });
    return events;
}

} // namespace reklamaatio::casework
