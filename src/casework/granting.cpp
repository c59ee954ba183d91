// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/granting.hpp"

#include "complaint/authority.hpp"
#include "complaint/resolution.hpp"
#include "rulebook/people.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

// How much somebody may grant without asking. Where anybody has a limit, somebody whom the policy does not
// know may grant nothing.
complaint::Grantor grantor(const rulebook::Policy& policy, const std::string& who) {
    const auto* person = rulebook::person_meant(policy.people, who);
    if (person != nullptr) return {who, person->authority};
    const auto has_limit = [](const rulebook::Person& p) { return p.authority.has_value(); };
    if (std::ranges::none_of(policy.people, has_limit)) return {who, std::nullopt};
    return {who, 0, false};
}

// In cents, what the customer has accepted in that currency.
std::int64_t accepted_sum(const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                          const std::string& currency) {
    const auto accepted = complaint::accepted(complaint, procedure);
    const bool is_same = accepted.offer != nullptr && accepted.offer->currency == currency;
    return is_same ? accepted.amount.value_or(0) : 0;
}

// The offer that the event changes.
const complaint::Offer* offer_of(const complaint::Procedure& procedure, const complaint::Event& event) {
    for (const auto& part : event.parts)
        if (part.part == complaint::Part::offer)
            return &*std::ranges::find(procedure.offers, part.number, &complaint::Offer::number);
    return nullptr;
}

} // namespace

bool is_remedy(Desk& desk, const std::string& text) {
    const auto words = desk.policy().words.words(rulebook::Listed::remedies);
    return std::ranges::find(words, text) != words.end();
}

void check_grant(Desk& desk, complaint::Id complaint, const std::optional<std::int64_t>& amount,
                 const std::string& currency, const std::string& approved_by) {
    if (!amount) return;
    const auto& policy = desk.policy();
    const auto approver = approved_by.empty() ? complaint::Grantor{} : grantor(policy, approved_by);
    const complaint::Grant grant{*amount, currency, policy.organisation.currency};
    std::vector<std::string> others;
    for (const auto& person : policy.people)
        if (may_grant({person.key, person.authority}, grant)) others.push_back(person.key);
    complaint::check_authority(complaint, grant, grantor(policy, desk.actor()), approver, others);
}

void check_grant(Desk& desk, const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                 const std::optional<std::int64_t>& amount, const std::string& currency,
                 const std::string& approved_by) {
    if (amount)
        check_grant(desk, complaint.id, *amount + accepted_sum(complaint, procedure, currency), currency,
                    approved_by);
}

void check_acceptance(Desk& desk, const complaint::Complaint& complaint,
                      const complaint::Procedure& procedure, const complaint::Event& event,
                      const std::string& approved_by) {
    auto after = procedure;
    complaint::apply(after, event);
    const auto* offer = offer_of(after, event);
    const auto accepted = complaint::accepted(complaint, after);
    if (offer == nullptr || !offer->accepted_at || !offer->amount || accepted.sums < 2) return;
    const complaint::Grant grant{accepted_sum(complaint, after, offer->currency), offer->currency,
                                 desk.policy().organisation.currency};
    for (const auto& who : {offer->made_by, offer->approved_by})
        if (!who.empty() && may_grant(grantor(desk.policy(), who), grant)) return;
    check_grant(desk, complaint.id, grant.cents, grant.currency, approved_by);
}

} // namespace reklamaatio::casework
