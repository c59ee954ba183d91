// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines of promises, tasks and appeals: each is due when somebody said, under the service level that held when it was
// made.
#pragma once

#include "complaint/event.hpp"
#include "complaint/procedure.hpp"
#include "rulebook/clocks/running.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace reklamaatio::rulebook {

class SaidClocks {
  public:
    // An event of the complaint while this regime held.
    void take(const complaint::Event& event, const Regime& regime);

    // Those of what was made, and by when. A promise that is open is given up with the complaint's resolution before it
    // was due; a task goes on until it is done or dropped, and an appeal until it is answered or decided.
    std::vector<Running> deadlines(const complaint::Procedure& procedure,
                                   const std::optional<time::Instant>& resolved_at) const;

  private:
    // Nothing where nobody said by when.
    template <typename T>
    std::optional<Running> begun(complaint::Part part, complaint::Clock clock, const T& made) const;

    std::map<std::pair<complaint::Part, std::int64_t>, Regime> m_made_under;
};

} // namespace reklamaatio::rulebook
