// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for monitoring in the OpenMetrics text format 1.0, which Prometheus reads, and node_exporter's
// textfile collector too. Gauges only, without timestamps, which that collector refuses.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::render {

struct Sample {
    std::vector<std::pair<std::string, std::string>> labels; // name and value; an empty one is none
    double value = 0;
};

struct MetricFamily {
    std::string name; // ends with _UNIT where there is one
    std::string unit; // "seconds", "ratio"; empty: it counts
    std::string help; // one line without its full stop
    std::vector<Sample> samples;
};

void write_metrics(std::span<const MetricFamily> families, std::ostream& out);

} // namespace reklamaatio::render
