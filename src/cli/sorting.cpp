// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sorting.hpp"

#include "store/customers.hpp"
#include "store/events.hpp"
#include "store/loads.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

complaint::Customer customer_of(Session& session, const complaint::Complaint& complaint) {
    if (!complaint.customer) return {};
    return store::find_customer(session.database(), *complaint.customer).value_or(complaint::Customer{});
}

// Who is away is away from a desk, whenever the complaint came.
time::Date today(Session& session) {
    return session.zone().date_at(session.now());
}

} // namespace

Sorting::Sorting(Session& session, complaint::Complaint complaint, std::vector<complaint::Settable> decided)
    : m_policy(session.policy()), m_complaint(std::move(complaint)),
      m_customer(customer_of(session, m_complaint)), m_decided(std::move(decided)),
      m_ruling(complaint::classify_by_rules(m_policy, facts())) {}

Sorting Sorting::again(Session& session, const complaint::Complaint& complaint,
                       std::vector<complaint::Settable> decided) {
    Sorting sorting(session, complaint, std::move(decided));
    sorting.m_before_rules = complaint::before_rules(sorting.m_policy, sorting.facts());
    sorting.m_ruling = complaint::classify_by_rules(sorting.m_policy, sorting.facts());
    return sorting;
}

complaint::RuleFacts Sorting::facts() const {
    return {m_complaint, m_customer.name, m_customer.email, m_decided,
            m_before_rules ? &*m_before_rules : nullptr};
}

std::vector<std::string> Sorting::explained() const {
    return complaint::explained(m_policy, facts(), m_ruling);
}

std::vector<complaint::Settable> decided_by_now(Session& session, const complaint::Complaint& complaint) {
    return complaint::decided_by_now(complaint,
                                     complaint::standing(store::events_of(session.database(), complaint.id)));
}

complaint::Destination destination_of(Session& session, const complaint::Assignment& meant) {
    const auto& policy = session.policy();
    const auto date = today(session);
    std::vector<complaint::Load> loads;
    if (const auto* team = complaint::team_to_choose_from(policy, meant, date))
        loads = store::loads_of(session.database(), team->members);
    return complaint::destination_of(policy, meant, loads, date);
}

std::string with_reason(const std::string& what, const std::string& why) {
    if (why.empty() || what.empty()) return what + why;
    return fmt::format("{} ({})", what, why);
}

bool is_present(Session& session, const std::string& person) {
    return complaint::is_present(session.policy(), person, today(session));
}

} // namespace reklamaatio::cli
