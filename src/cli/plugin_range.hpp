// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds as monitoring plugins have them (Monitoring Plugins Development Guidelines, "Threshold and
// Ranges").
#pragma once

#include <cstdint>
#include <string>

namespace reklamaatio::cli {

// Both ends belong to it.
struct PluginRange {
    double from = 0;
    double until = 0;
    bool inverted = false; // alerts inside of it, not outside
    std::string text;      // as it was written: what performance data repeat

    bool alerts(std::int64_t value) const;
};

// "10" is 0 to 10, "10:" is 10 and more, "~:10" is 10 and less, "10:20"; "@10:20" alerts inside. Throws
// UsageError, with the name of the option.
PluginRange parse_plugin_range(const std::string& option, const std::string& text);

} // namespace reklamaatio::cli
