// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/policy.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

const time::Calendar& Policy::calendar_named(std::string_view name) const {
    const auto found = std::ranges::find(calendars, name, &time::Calendar::name);
    return found == calendars.end() ? default_calendar() : *found;
}

std::string usual_word(const Policy& policy, const complaint::Field<complaint::Complaint>& field) {
    return field.name == "customer_type" ? std::string(complaint::word(policy.organisation.customers)) : "";
}

const LegalTerm* legal_term_named(const Policy& policy, std::string_view name) {
    const auto found = std::ranges::find(policy.legal, name, &LegalTerm::name);
    return found == policy.legal.end() ? nullptr : &*found;
}

bool has_terms(const Policy& policy, complaint::Clock clock) {
    if (clock == complaint::Clock::legal) return !policy.legal.empty();
    if (clock == complaint::Clock::authority) return policy.safety.authority.has_value();
    return clock == complaint::Clock::appeal
           && std::ranges::any_of(policy.bodies, [](const Body& body) { return body.answer.has_value(); });
}

const Sla* sla_for(const Policy& policy, const complaint::Complaint& complaint) {
    const auto found =
        std::ranges::find_if(policy.slas, [&](const Sla& sla) { return sla.when.hold(complaint); });
    return found == policy.slas.end() ? nullptr : &*found;
}

bool owes_nobody_an_answer(const Policy& policy, const complaint::Complaint& complaint) {
    if (!is_anonymous(complaint) || complaint.given_response_due) return false;
    const auto* sla = sla_for(policy, complaint);
    return sla != nullptr && sla->target(complaint::Clock::response);
}

} // namespace reklamaatio::rulebook
