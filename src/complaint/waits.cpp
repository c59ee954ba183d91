// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/waits.hpp"

#include "complaint/deadline.hpp"

namespace reklamaatio::complaint {

using time::Instant;
using time::Pause;

void note_wait(std::vector<Pause>& waits, const Complaint& before, const Complaint& after, Instant at) {
    if (before.waiting_since == after.waiting_since) return;
    if (before.waiting_since) waits.back().until = at;
    if (after.waiting_since) waits.push_back({*after.waiting_since, std::nullopt});
}

std::vector<Pause> waits(std::span<const Event> events) {
    std::vector<Pause> found;
    Complaint complaint;
    for (const auto& event : events) {
        const Complaint before = complaint;
        apply(complaint, event);
        note_wait(found, before, complaint, event.happened_at);
    }
    return found;
}

} // namespace reklamaatio::complaint
