// SPDX-License-Identifier: GPL-3.0-or-later
// The options that say what a volume is a volume of.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "complaint/volume.hpp"

#include <array>
#include <optional>
#include <string>

namespace reklamaatio::cli {

class VolumePart {
  public:
    void declare(Options& options);
    // A product that stands among the words of the command.
    void take_product(const std::string& product);
    bool empty() const;
    // Throws UsageError for two of them.
    void check() const;
    // Field and value as they were typed, the whole firm where nothing was said; `of` has the period. Throws UsageError for
    // a field of the firm's own that the policy does not have.
    complaint::VolumeOf of(Session& session, std::string period) const;

  private:
    std::array<std::optional<std::string>, complaint::k_volume_fields.size()> m_values;
    std::optional<std::string> m_own; // NAME=VALUE
};

} // namespace reklamaatio::cli
