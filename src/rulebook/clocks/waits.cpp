// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/waits.hpp"

#include "rulebook/clocks/origin.hpp"

namespace reklamaatio::rulebook {

using time::Instant;
using time::Pause;

void note_wait(std::vector<Pause>& waits, const complaint::Complaint& before,
               const complaint::Complaint& after, Instant at) {
    if (before.waiting_since == after.waiting_since) return;
    if (before.waiting_since) waits.back().until = at;
    if (after.waiting_since) waits.push_back({*after.waiting_since, std::nullopt});
}

std::vector<Wait> told_waits(std::span<const complaint::Event> events) {
    std::vector<Pause> pauses;
    std::vector<std::string> reasons;
    complaint::Complaint complaint;
    for (const auto& event : events) {
        const complaint::Complaint before = complaint;
        complaint::apply(complaint, event);
        note_wait(pauses, before, complaint, event.happened_at);
        if (reasons.size() < pauses.size()) reasons.push_back(complaint.waiting_reason);
    }
    std::vector<Wait> told;
    for (std::size_t i = 0; i < pauses.size(); ++i)
        told.push_back({pauses[i], reasons[i]});
    return told;
}

std::vector<Pause> waits(std::span<const complaint::Event> events) {
    std::vector<Pause> found;
    for (const auto& wait : told_waits(events))
        found.push_back(wait.pause);
    return found;
}

} // namespace reklamaatio::rulebook
