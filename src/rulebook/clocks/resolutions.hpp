// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines of resolving: more time for the one that runs, the one that is judged for good, and the one that comes
// after it. For the planner alone. Where no resolution is promised, none of these does anything.
#pragma once

#include "complaint/procedure.hpp"
#include "rulebook/clocks/running.hpp"

#include <vector>

namespace reklamaatio::rulebook {

// The last extension of the procedure gives it more time, unless that is of a statutory term: LegalClocks keeps those.
void extend_resolution(std::vector<Running>& all, const complaint::Procedure& procedure);

// The last resolution of these is not judged by a later end.
void freeze_resolution(std::vector<Running>& all);

// Likewise, and from then on another one runs, where the service level that now holds has a target.
void restart_resolution(std::vector<Running>& all, const Regime& regime, time::Instant at);

} // namespace reklamaatio::rulebook
