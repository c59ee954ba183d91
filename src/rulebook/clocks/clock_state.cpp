// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/clock_state.hpp"

namespace reklamaatio::rulebook {

namespace {

bool can_be_overdue(const Deadline& deadline, const complaint::Complaint& complaint) {
    return is_unresolved(complaint.status) || outlives_resolution(deadline.clock)
           || (complaint.status == complaint::Status::resolved
               && deadline.clock == complaint::Clock::followup);
}

// A paused one comes after all that have a date.
bool is_more_urgent(const Deadline& a, const Deadline& b) {
    if (a.due_at && b.due_at) return *a.due_at < *b.due_at;
    return a.due_at.has_value() && !b.due_at;
}

} // namespace

ClockState state_of(const Deadline& deadline, const complaint::Complaint& complaint, time::Instant now) {
    if (deadline.cancelled_at) return ClockState::cancelled;
    if (deadline.met_at) return is_met(deadline) ? ClockState::met : ClockState::late;
    if (deadline.missed_at) return ClockState::missed;
    if (!deadline.due_at) return ClockState::paused;
    if (*deadline.due_at < now)
        return can_be_overdue(deadline, complaint) ? ClockState::overdue : ClockState::missed;
    return deadline.warn_at && *deadline.warn_at <= now ? ClockState::soon : ClockState::due;
}

const Deadline& most_relevant(std::span<const Deadline> deadlines, const complaint::Complaint& complaint,
                              time::Instant now) {
    const Deadline* chosen = nullptr;
    bool chosen_runs = false;
    for (const auto& deadline : deadlines) {
        const auto state = state_of(deadline, complaint, now);
        const bool runs = is_running(state);
        const bool better =
            chosen == nullptr || (runs && (!chosen_runs || is_more_urgent(deadline, *chosen)))
            || (!runs && !chosen_runs && (state != ClockState::cancelled || chosen->cancelled_at));
        if (!better) continue;
        chosen = &deadline;
        chosen_runs = runs;
    }
    return *chosen;
}

} // namespace reklamaatio::rulebook
