// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/explanation.hpp"

#include "store/complaints.hpp"
#include "store/events.hpp"
#include "store/messages.hpp"
#include "store/planning.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

bool takes_receipt(const complaint::Event& event) {
    return event.kind == complaint::EventKind::merged
           && complaint::change_of(event.changes, "received_at") != nullptr;
}

std::optional<complaint::Id> received_first(store::Database& database, const Explanation& about) {
    if (std::ranges::none_of(about.events, takes_receipt)) return std::nullopt;
    for (const auto id : store::merged_into(database, about.complaint.id)) {
        const auto duplicate = store::find_complaint(database, id);
        if (duplicate && duplicate->received_at == about.complaint.received_at) return id;
    }
    return std::nullopt;
}

} // namespace

Explanation explain(store::Store& store, const complaint::Complaint& complaint, time::Instant now) {
    Explanation about;
    about.complaint = complaint;
    about.events = store::standing_events_of(store.database(), complaint.id);
    for (const auto& event : about.events)
        apply(about.procedure, event);
    about.origins = store::origins_of(store.database(), store.policies(), complaint.id, about.events);
    about.waits = rulebook::told_waits(about.events);
    about.zone = store.policies().current().policy->organisation.zone;
    about.now = now;
    about.received_in = received_first(store.database(), about);
    return about;
}

const time::Zone& Explanation::zone_of(const rulebook::Origin& origin) const {
    const bool is_counted = origin.running.target || origin.running.regime.term != nullptr;
    return is_counted ? origin.running.regime.calendar().zone() : zone;
}

std::vector<const rulebook::Origin*> Explanation::of(complaint::Clock clock) const {
    std::vector<const rulebook::Origin*> found;
    for (const auto& origin : origins.deadlines)
        if (origin.deadline.clock == clock) found.push_back(&origin);
    return found;
}

complaint::Complaint Explanation::facts_at(const rulebook::Regime& regime) const {
    complaint::Complaint facts;
    for (const auto& event : events)
        if (event.number <= regime.event) apply(facts, event);
    return facts;
}

} // namespace reklamaatio::casework
