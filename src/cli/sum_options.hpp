// SPDX-License-Identifier: GPL-3.0-or-later
// A sum of money and its currency, as options.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

class SumOptions {
  public:
    void declare(Options& options, const std::string& what);
    // Judges what was typed; a sum without a currency is in the policy's. Throws UsageError or BadValue.
    void read(Session& session);

    // A sum that was typed elsewhere than with --amount. Throws UsageError when both were.
    void take_sum(const std::string& sum);

    bool any() const { return m_sum || m_code; }
    const std::optional<std::int64_t>& amount() const { return m_amount; }
    // Nothing without an amount.
    const std::optional<std::string>& currency() const { return m_currency; }

  private:
    std::optional<std::string> m_sum, m_code;
    std::optional<std::int64_t> m_amount;
    std::optional<std::string> m_currency;
};

} // namespace reklamaatio::cli
