// SPDX-License-Identifier: GPL-3.0-or-later
// What `check` counts, as gauges for monitoring.
#pragma once

#include "casework/health.hpp"
#include "render/metrics.hpp"

#include <vector>

namespace reklamaatio::view {

// reklamaatio_complaints_overdue and so on, one sample each: complaints, as of now.
std::vector<render::MetricFamily> health_metrics(const casework::Counts& counts);

} // namespace reklamaatio::view
