// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/policy.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

template <typename T>
bool admits(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

} // namespace

bool hold(const Conditions& conditions, const Complaint& complaint) {
    return admits(conditions.kind, complaint.kind) && admits(conditions.priority, complaint.priority)
           && admits(conditions.harm, complaint.harm) && admits(conditions.category, complaint.category)
           && admits(conditions.product, complaint.product) && admits(conditions.channel, complaint.channel)
           && admits(conditions.team, complaint.team);
}

const Sla* sla_for(const Policy& policy, const Complaint& complaint) {
    const auto found =
        std::ranges::find_if(policy.slas, [&](const Sla& sla) { return hold(sla.when, complaint); });
    return found == policy.slas.end() ? nullptr : &*found;
}

} // namespace reklamaatio::complaint
