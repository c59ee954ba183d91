// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/policy.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

bool hold(const Conditions& conditions, const complaint::Complaint& complaint) {
    return admits(conditions.kind, complaint.kind) && admits(conditions.priority, complaint.priority)
           && admits(conditions.harm, complaint.harm) && admits(conditions.category, complaint.category)
           && admits(conditions.product, complaint.product) && admits(conditions.channel, complaint.channel)
           && admits(conditions.team, complaint.team);
}

const time::Calendar& Policy::calendar_named(std::string_view name) const {
    const auto found = std::ranges::find(calendars, name, &time::Calendar::name);
    return found == calendars.end() ? default_calendar() : *found;
}

const Sla* sla_for(const Policy& policy, const complaint::Complaint& complaint) {
    const auto found =
        std::ranges::find_if(policy.slas, [&](const Sla& sla) { return hold(sla.when, complaint); });
    return found == policy.slas.end() ? nullptr : &*found;
}

} // namespace reklamaatio::rulebook
