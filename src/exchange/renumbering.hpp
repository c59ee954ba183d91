// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaint of ours each complaint of a file became.
#pragma once

#include "complaint/id.hpp"

#include <cstdint>
#include <map>
#include <optional>

namespace reklamaatio::exchange {

// Runs of numbers that went on alike are kept as one, so that a file in the order of its ids, as exports are,
// takes no room.
class Renumbering {
  public:
    // The complaint that the file calls `theirs` is `ours`. A number that comes again names the first.
    void add(complaint::Id theirs, complaint::Id ours);
    // Nothing: it has not come yet.
    std::optional<complaint::Id> find(complaint::Id theirs) const;

  private:
    struct Run {
        std::int64_t length;
        std::int64_t ours; // of its first
    };
    std::map<std::int64_t, Run> m_runs; // by the first of theirs
};

} // namespace reklamaatio::exchange
