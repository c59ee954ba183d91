// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/metrics.hpp"

#include "text/visible.hpp"

#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::render {

namespace {

// Line ends and control characters are made visible first; what is left to escape are these two.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text::visible_line(text)) {
        if (c == '\\' || c == '"') result += '\\';
        result += c;
    }
    return result;
}

std::string labels_of(const Sample& sample) {
    std::vector<std::string> pairs;
    for (const auto& [name, value] : sample.labels)
        if (!value.empty()) pairs.push_back(fmt::format("{}=\"{}\"", name, escaped(value)));
    return pairs.empty() ? "" : fmt::format("{{{}}}", fmt::join(pairs, ","));
}

} // namespace

void write_metrics(std::span<const MetricFamily> families, std::ostream& out) {
    for (const auto& family : families) {
        out << fmt::format("# TYPE {} gauge\n", family.name);
        if (!family.unit.empty()) out << fmt::format("# UNIT {} {}\n", family.name, family.unit);
        out << fmt::format("# HELP {} {}\n", family.name, escaped(family.help));
        for (const auto& sample : family.samples)
            out << fmt::format("{}{} {}\n", family.name, labels_of(sample), sample.value);
    }
    out << "# EOF\n";
}

} // namespace reklamaatio::render
