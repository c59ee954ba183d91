// SPDX-License-Identifier: GPL-3.0-or-later
// The signs at the beginning of a line in a list: what a glance is to find.
#pragma once

#include "complaint/overview.hpp"
#include "render/cell.hpp"
#include "render/style.hpp"

#include <string_view>

namespace reklamaatio::view {

// An injury is marked whatever else there is to mark: overdue, unanswered after the end, waiting.
render::Cell complaint_mark(const complaint::Overview& overview, time::Instant now, render::Signs signs);

// Likewise where a promise is looked at, and whether that is late.
render::Cell promise_mark(const complaint::Overview& overview, bool is_late, render::Signs signs);

// What stands for an injury among them.
std::string_view injury_sign(render::Signs signs);

} // namespace reklamaatio::view
