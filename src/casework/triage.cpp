// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/triage.hpp"

#include "rulebook/triage/rules_explained.hpp"
#include "store/customers.hpp"
#include "store/events.hpp"
#include "store/loads.hpp"

namespace reklamaatio::casework {

namespace {

complaint::Customer customer_of(Desk& desk, const complaint::Complaint& complaint) {
    if (!complaint.customer) return {};
    return store::find_customer(desk.database(), *complaint.customer).value_or(complaint::Customer{});
}

} // namespace

Triage::Triage(Desk& desk, complaint::Complaint complaint, std::vector<rulebook::Settable> decided)
    : m_policy(desk.policy()), m_complaint(std::move(complaint)), m_customer(customer_of(desk, m_complaint)),
      m_decided(std::move(decided)), m_ruling(rulebook::classify_by_rules(m_policy, facts())) {}

Triage Triage::again(Desk& desk, const complaint::Complaint& complaint,
                     std::vector<rulebook::Settable> decided) {
    Triage sorting(desk, complaint, std::move(decided));
    sorting.m_before_rules = rulebook::before_rules(sorting.m_policy, sorting.facts());
    sorting.m_ruling = rulebook::classify_by_rules(sorting.m_policy, sorting.facts());
    return sorting;
}

rulebook::RuleFacts Triage::facts() const {
    return {m_complaint, m_customer.name, m_customer.email, m_decided,
            m_before_rules ? &*m_before_rules : nullptr};
}

std::vector<std::string> Triage::explanations() const {
    return rulebook::explanations(m_policy, facts(), m_ruling);
}

std::vector<rulebook::Settable> decided_by_now(Desk& desk, const complaint::Complaint& complaint) {
    return rulebook::decided_by_now(desk.policy(), complaint,
                                    store::standing_events_of(desk.database(), complaint.id));
}

rulebook::Destination destination_of(Desk& desk, const complaint::Assignment& meant) {
    const auto& policy = desk.policy();
    const auto date = desk.today();
    std::vector<rulebook::Load> loads;
    if (const auto* team = rulebook::team_to_choose_from(policy, meant, date))
        loads = store::loads_of(desk.database(), team->members);
    return rulebook::destination_of(policy, meant, loads, date);
}

bool is_present(Desk& desk, const std::string& person) {
    return rulebook::is_present(desk.policy(), person, desk.today());
}

} // namespace reklamaatio::casework
