// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/renumbering.hpp"

#include <iterator>

namespace reklamaatio::exchange {

void Renumbering::add(complaint::Id theirs, complaint::Id ours) {
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

std::optional<complaint::Id> Renumbering::find(complaint::Id theirs) const {
    const auto after = m_runs.upper_bound(theirs.number);
    if (after == m_runs.begin()) return std::nullopt;
    const auto& [first, run] = *std::prev(after);
    const auto place = theirs.number - first;
    return place < run.length ? std::optional(complaint::Id{run.ours + place}) : std::nullopt;
}

} // namespace reklamaatio::exchange
