// SPDX-License-Identifier: GPL-3.0-or-later
// What each deadline of a complaint was planned from, so that it can be told and worked out again.
#pragma once

#include "rulebook/clocks/plan.hpp"
#include "rulebook/clocks/running.hpp"

#include <span>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

struct Origin {
    Deadline deadline;
    Running running;
    std::vector<time::Pause> pauses; // those that are looked at for it, in order
};

// In the order of the plan, and the plan itself.
struct Origins {
    std::vector<Origin> deadlines;
    Plan plan;
    Regime last; // what a clock that starts now would run under
};

// Pointers lead into `policies`. The arguments are those of plan().
Origins origins(std::span<const complaint::Event> events, std::span<const complaint::Event> heard,
                std::span<const PolicyVersion> policies);

// A wait with what was waited for.
struct Wait {
    time::Pause pause;
    std::string reason;
};

// The waits() of these events, with their reasons.
std::vector<Wait> told_waits(std::span<const complaint::Event> events);

} // namespace reklamaatio::rulebook
