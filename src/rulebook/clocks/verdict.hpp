// SPDX-License-Identifier: GPL-3.0-or-later
// How deadlines count in a period, and what another plan of the same history makes of them.
#pragma once

#include "rulebook/clocks/deadline.hpp"
#include "time/period.hpp"

#include <span>
#include <vector>

namespace reklamaatio::rulebook {

// none: it did not fall due in the period and by now, or it was cancelled.
enum class Verdict { none, met, breached };

constexpr auto vocabulary(Verdict) {
    return complaint::Words<3>{"a verdict", {"none", "met", "breached"}};
}

// As the report on service levels counts it.
Verdict verdict_on(const Deadline& deadline, const time::Period& period, time::Instant now);

// The same deadline in two plans: that of the same clock, or the same statutory term, which started at the same time. Null where a plan
// has none.
struct JudgedDeadline {
    const Deadline* before = nullptr;
    const Deadline* after = nullptr;
    Verdict was = Verdict::none;
    Verdict is = Verdict::none;
    const Deadline& either() const { return before != nullptr ? *before : *after; }
};

// Those that count in at least one of the plans. Points into both.
std::vector<JudgedDeadline> judge_again(std::span<const Deadline> before, std::span<const Deadline> after,
                                        const time::Period& period, time::Instant now);

} // namespace reklamaatio::rulebook
