// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sum_options.hpp"

#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "host/failure.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

void SumOptions::declare(Options& options, const std::string& what) {
    options.text("--amount", "SUM", m_sum, what + ", such as 49.90 or \"49,90 EUR\"");
    options.text("--currency", "CODE", m_code, "currency of the sum, such as PLN; default: the policy's");
}

void SumOptions::read(Session& session) {
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

void SumOptions::take_sum(const std::string& sum) {
    if (m_sum)
        throw host::UsageError(fmt::format("'{}' and --amount both say what it costs; leave one out", sum));
    m_sum = sum;
}

} // namespace reklamaatio::cli
