// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/promise_clocks.hpp"

namespace reklamaatio::rulebook {

using complaint::Promise;

void PromiseClocks::take(const complaint::Event& event, const Regime& regime) {
    for (const auto& change : event.parts)
        if (change.part == complaint::Part::promise) m_promised_under.try_emplace(change.number, regime);
}

std::vector<Running> PromiseClocks::deadlines(const std::vector<Promise>& promises,
                                              const std::optional<time::Instant>& resolved_at) const {
    std::vector<Running> all;
    for (const auto& promise : promises) {
        if (!promise.made_at || !promise.due_at) continue;
        Running running{complaint::Clock::promise,
                        static_cast<int>(promise.number),
                        *promise.made_at,
                        std::nullopt,
                        promise.due_at,
                        m_promised_under.at(promise.number)};
        running.met_at = promise.kept_at;
        running.missed_at = promise.broken_at;
        running.cancelled_at = promise.withdrawn_at;
        const bool is_open = state_of(promise) == complaint::PromiseState::open;
        if (is_open && resolved_at && *resolved_at < *promise.due_at) running.cancelled_at = resolved_at;
        all.push_back(running);
    }
    return all;
}

} // namespace reklamaatio::rulebook
