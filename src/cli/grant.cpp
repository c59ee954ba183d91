// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/grant.hpp"

#include "complaint/authority.hpp"
#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "host/failure.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// How much somebody may grant without asking. Where anybody has a limit, somebody whom the policy does not
// know may grant nothing.
complaint::Grantor grantor(const complaint::Policy& policy, const std::string& who) {
    const auto* person = complaint::person_meant(policy.people, who);
    if (person != nullptr) return {who, person->authority};
    const auto has_limit = [](const complaint::Person& p) { return p.authority.has_value(); };
    if (std::ranges::none_of(policy.people, has_limit)) return {who, std::nullopt};
    return {who, 0, false};
}

} // namespace

bool is_remedy(Session& session, const std::string& text) {
    const auto words = session.policy().words.words(complaint::Listed::remedies);
    return std::ranges::find(words, text) != words.end();
}

void check_grant(Session& session, complaint::Id complaint, std::int64_t amount, const std::string& currency,
                 const std::string& approved_by) {
    const auto& policy = session.policy();
    const auto approver = approved_by.empty() ? complaint::Grantor{} : grantor(policy, approved_by);
    const complaint::Grant grant{amount, currency, policy.organisation.currency};
    std::vector<std::string> others;
    for (const auto& person : policy.people)
        if (may_grant({person.key, person.authority}, grant)) others.push_back(person.key);
    complaint::check_authority(complaint, grant, grantor(policy, session.actor()), approver, others);
}

void GrantOptions::declare(Options& options) {
    options.text("--amount", "SUM", m_sum, "what it costs, such as 49.90 or \"49,90 EUR\"");
    options.text("--currency", "CODE", m_code, "of the sum, such as PLN; else the policy's");
    options.text("--approved-by", "WHO", m_approved_by, "who allowed it, where you may not alone");
}

void GrantOptions::read(Session& session) {
    if (m_approved_by && m_approved_by->empty()) throw host::UsageError("--approved-by needs a name");
    if (m_approved_by) m_approved_by = complaint::known_person(session.policy().people, *m_approved_by);
    if (m_code && !complaint::is_currency(*m_code))
        throw host::UsageError(
            fmt::format("--currency: '{}' is not a currency; write three capitals, such as EUR", *m_code));
    if (!m_sum) {
        if (m_code) throw host::UsageError("--currency goes with --amount");
        return;
    }
    const auto money = [&] {
        try {
            return complaint::parse_money(*m_sum);
        } catch (const complaint::BadValue& fault) {
            throw complaint::BadValue(fmt::format("--amount: {}", fault.what()));
        }
    }();
    if (m_code && !money.currency.empty() && money.currency != *m_code)
        throw host::UsageError(
            fmt::format("--amount says {} and --currency says {}; leave one out", money.currency, *m_code));
    m_amount = money.cents;
    m_currency =
        m_code.value_or(money.currency.empty() ? session.policy().organisation.currency : money.currency);
}

void GrantOptions::check_authority(Session& session, complaint::Id complaint) const {
    if (!m_amount) return;
    check_grant(session, complaint, *m_amount, *m_currency, approved_by());
}

} // namespace reklamaatio::cli
