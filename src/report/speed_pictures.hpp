// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/chart.hpp"
#include "report/measure.hpp"
#include "rulebook/policy.hpp"

namespace reklamaatio::report {

// How many took how long, of a median of working times, and what the policy's service levels allow for that clock. What is
// longer than nearly all, of which there are few, stands together at the end.
render::Chart time_chart(const Figure& median, complaint::Clock clock, const rulebook::Policy& policy);

} // namespace reklamaatio::report
