// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/verdict.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

// Several statutory terms begin at the same time.
bool is_same_term(const Deadline& one, const Deadline& other) {
    return one.clock != complaint::Clock::legal || one.sla == other.sla;
}

} // namespace

Verdict verdict_on(const Deadline& deadline, const time::Period& period, time::Instant now) {
    if (deadline.cancelled_at || !deadline.due_at || *deadline.due_at > now) return Verdict::none;
    if (*deadline.due_at < period.from || *deadline.due_at >= period.until) return Verdict::none;
    return is_met(deadline) ? Verdict::met : Verdict::breached;
}

// Not by ordinal: where one plan has a target and the other has none, they count differently.
std::vector<JudgedDeadline> judge_again(std::span<const Deadline> before, std::span<const Deadline> after,
                                        const time::Period& period, time::Instant now) {
    std::vector<JudgedDeadline> judged;
    for (const auto& deadline : before)
        judged.push_back({&deadline, nullptr, verdict_on(deadline, period, now), Verdict::none});
    for (const auto& deadline : after) {
        const auto same = std::ranges::find_if(judged, [&](const JudgedDeadline& j) {
            return j.before != nullptr && j.after == nullptr && j.before->clock == deadline.clock
                   && j.before->started_at == deadline.started_at && is_same_term(*j.before, deadline);
        });
        const auto found = same != judged.end() ? same : judged.insert(judged.end(), JudgedDeadline{});
        found->after = &deadline;
        found->is = verdict_on(deadline, period, now);
    }
    std::erase_if(judged,
                  [](const JudgedDeadline& j) { return j.was == Verdict::none && j.is == Verdict::none; });
    return judged;
}

} // namespace reklamaatio::rulebook
