// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/explanation.hpp"

#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "store/planning.hpp"

namespace reklamaatio::casework {

Explanation explain(store::Store& store, const complaint::Complaint& complaint, time::Instant now) {
    Explanation about;
    about.complaint = complaint;
    about.events = complaint::standing(store::events_of(store.database(), complaint.id));
    for (const auto& event : about.events)
        apply(about.procedure, event);
    about.origins = store::origins_of(store.database(), store.policies(), complaint.id, about.events);
    about.waits = rulebook::told_waits(about.events);
    about.zone = store.policies().current().policy->organisation.zone;
    about.now = now;
    return about;
}

const time::Zone& Explanation::zone_of(const rulebook::Origin& origin) const {
    return origin.running.target ? origin.running.regime.calendar().zone() : zone;
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
