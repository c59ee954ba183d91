// SPDX-License-Identifier: GPL-3.0-or-later
// What a remedy costs and who allowed it: options that offer and resolve share.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "complaint/procedure.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

class GrantOptions {
  public:
    void declare(Options& options);
    // Judges what was typed; a sum without a currency is in the policy's. Throws UsageError or BadValue.
    void read(Session& session);

    // A sum that was typed elsewhere than with --amount. Throws UsageError when both were.
    void take_sum(const std::string& sum);

    bool any() const { return m_sum || m_code || m_approved_by; }
    bool is_approval_alone() const { return m_approved_by && !m_sum && !m_code; }
    const std::optional<std::int64_t>& amount() const { return m_amount; }
    // Nothing without an amount.
    const std::optional<std::string>& currency() const { return m_currency; }
    std::string approved_by() const { return m_approved_by.value_or(""); }

    // Throws complaint::Refusal when the actor may not grant so much, nor the one who approved.
    // What the customer has accepted already counts as well.
    void check_authority(Session& session, const complaint::Complaint& complaint,
                         const complaint::Procedure& procedure) const;

  private:
    std::optional<std::string> m_sum, m_code, m_approved_by;
    std::optional<std::int64_t> m_amount;
    std::optional<std::string> m_currency;
};

} // namespace reklamaatio::cli
