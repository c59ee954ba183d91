// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/grant_options.hpp"

#include "casework/granting.hpp"
#include "casework/handler.hpp"
#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "host/failure.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

void GrantOptions::declare(Options& options) {
    options.text("--amount", "SUM", m_sum, "what it costs, such as 49.90 or \"49,90 EUR\"");
    options.text("--currency", "CODE", m_code, "currency of the sum, such as PLN; default: the policy's");
    options.text("--approved-by", "WHO", m_approved_by, "who approved it, if you may not grant it alone");
}

void GrantOptions::read(Session& session) {
    if (m_approved_by && m_approved_by->empty()) throw host::UsageError("--approved-by needs a name");
    if (m_approved_by)
        m_approved_by =
            casework::person_typed(session.desk().policy(), *m_approved_by, session.desk().actor());
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
    m_currency = m_code.value_or(money.currency.empty() ? session.desk().policy().organisation.currency
                                                        : money.currency);
}

void GrantOptions::take_sum(const std::string& sum) {
    if (m_sum)
        throw host::UsageError(fmt::format("'{}' and --amount both say what it costs; leave one out", sum));
    m_sum = sum;
}

void GrantOptions::check_authority(Session& session, const complaint::Complaint& complaint,
                                   const complaint::Procedure& procedure) const {
    casework::check_grant(session.desk(), complaint, procedure, m_amount, m_currency.value_or(""),
                          approved_by());
}

} // namespace reklamaatio::cli
