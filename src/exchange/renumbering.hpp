// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaint of ours each complaint of a file became, and which customer each customer.
#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <optional>

namespace reklamaatio::exchange {

// Runs of numbers that went on alike are kept as one, so that a file in the order of its ids, as exports are,
// takes no room.
template <typename Id>
class Renumbering {
  public:
    // What the file calls `theirs` is `ours`. A number that comes again names the first.
    void add(Id theirs, Id ours) {
        if (find(theirs)) return;
        const auto after = m_runs.upper_bound(theirs.number);
        if (after != m_runs.begin()) {
            auto& [first, run] = *std::prev(after);
            if (first + run.length == theirs.number && run.ours + run.length == ours.number) {
                ++run.length;
                return;
            }
        }
        m_runs.emplace_hint(after, theirs.number, Run{1, ours.number});
    }

    // Nothing: it has not come yet.
    std::optional<Id> find(Id theirs) const {
        const auto after = m_runs.upper_bound(theirs.number);
        if (after == m_runs.begin()) return std::nullopt;
        const auto& [first, run] = *std::prev(after);
        const auto place = theirs.number - first;
        return place < run.length ? std::optional(Id{run.ours + place}) : std::nullopt;
    }

  private:
    struct Run {
        std::int64_t length;
        std::int64_t ours; // of its first
    };
    std::map<std::int64_t, Run> m_runs; // by the first of theirs
};

} // namespace reklamaatio::exchange
