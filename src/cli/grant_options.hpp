// SPDX-License-Identifier: GPL-3.0-or-later
// What a remedy costs and who allowed it: options that offer and resolve share.
#pragma once

#include "cli/sum_options.hpp"
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
    void take_sum(const std::string& sum) { m_sum.take_sum(sum); }

    bool any() const { return m_sum.any() || m_approved_by; }
    bool is_approval_alone() const { return m_approved_by && !m_sum.any(); }
    const std::optional<std::int64_t>& amount() const { return m_sum.amount(); }
    // Nothing without an amount.
    const std::optional<std::string>& currency() const { return m_sum.currency(); }
    std::string approved_by() const { return m_approved_by.value_or(""); }

    // Throws complaint::Refusal when the actor may not grant so much, nor the one who approved.
    // What the customer has accepted already counts as well.
    void check_authority(Session& session, const complaint::Complaint& complaint,
                         const complaint::Procedure& procedure) const;

  private:
    SumOptions m_sum;
    std::optional<std::string> m_approved_by;
};

} // namespace reklamaatio::cli
