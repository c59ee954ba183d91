// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines of promises: each its own, under the service level that held when it was made.
#pragma once

#include "complaint/event.hpp"
#include "complaint/procedure.hpp"
#include "rulebook/clocks/running.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace reklamaatio::rulebook {

class PromiseClocks {
  public:
    // An event of the complaint while this regime held.
    void take(const complaint::Event& event, const Regime& regime);

    // Those of the promises that were made, and by when; what is open is given up with the complaint's resolution
    // before it was due.
    std::vector<Running> deadlines(const std::vector<complaint::Promise>& promises,
                                   const std::optional<time::Instant>& resolved_at) const;

  private:
    std::map<std::int64_t, Regime> m_promised_under;
};

} // namespace reklamaatio::rulebook
