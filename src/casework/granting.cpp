// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/granting.hpp"

#include "complaint/authority.hpp"
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

} // namespace reklamaatio::casework
