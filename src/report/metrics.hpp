// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as gauges for monitoring.
#pragma once

#include "render/metrics.hpp"
#include "render/table.hpp"

#include <vector>

namespace reklamaatio::report {

// From the data table of the report `sla`: reklamaatio_sla_due{clock="response"} and so on, a sample for each
// row. Times are seconds; what has no value has no sample. With `by_group` each has its group as a label,
// what is in none "(none)": without the label it would pass for the whole.
std::vector<render::MetricFamily> sla_metrics(const render::Table& table, bool by_group);

} // namespace reklamaatio::report
