// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/said_clocks.hpp"

namespace reklamaatio::rulebook {

using complaint::Clock;
using complaint::Part;
using time::Instant;

void SaidClocks::take(const complaint::Event& event, const Regime& regime) {
    for (const auto& change : event.parts)
        if (change.part == Part::promise || change.part == Part::task || change.part == Part::appeal)
            m_made_under.try_emplace({change.part, change.number}, regime);
}

std::optional<Instant> due_of(const complaint::Appeal& appeal) {
    return appeal.answer_by;
}
template <typename T>
std::optional<Instant> due_of(const T& made) {
    return made.due_at;
}

template <typename T>
std::optional<Running> SaidClocks::begun(Part part, Clock clock, const T& made) const {
    const auto due = due_of(made);
    if (!made.made_at || !due) return std::nullopt;
    return Running{clock, static_cast<int>(made.number),       *made.made_at, std::nullopt,
                   due,   m_made_under.at({part, made.number})};
}

std::vector<Running> SaidClocks::deadlines(const complaint::Procedure& procedure,
                                           const std::optional<time::Instant>& resolved_at) const {
    std::vector<Running> all;
    for (const auto& promise : procedure.promises) {
        auto running = begun(Part::promise, Clock::promise, promise);
        if (!running) continue;
        running->met_at = promise.kept_at;
        running->missed_at = promise.broken_at;
        running->cancelled_at = promise.withdrawn_at;
        const bool is_open = state_of(promise) == complaint::PromiseState::open;
        if (is_open && resolved_at && *resolved_at < *promise.due_at) running->cancelled_at = resolved_at;
        all.push_back(*running);
    }
    for (const auto& task : procedure.tasks) {
        auto running = begun(Part::task, Clock::task, task);
        if (!running) continue;
        running->met_at = task.done_at;
        running->cancelled_at = task.dropped_at;
        all.push_back(*running);
    }
    for (const auto& appeal : procedure.appeals) {
        auto running = begun(Part::appeal, Clock::appeal, appeal);
        if (!running) continue;
        running->met_at = is_review(appeal) ? appeal.decided_at : appeal.answered_at;
        // A body that has decided waits for nothing.
        if (!running->met_at && appeal.decided_at)
            (*appeal.decided_at < *appeal.answer_by ? running->cancelled_at : running->missed_at) =
                appeal.decided_at;
        all.push_back(*running);
    }
    return all;
}

} // namespace reklamaatio::rulebook
