// SPDX-License-Identifier: GPL-3.0-or-later
// The output formats, one row each.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace reklamaatio::render {

enum class Format { text, csv, tsv, json, ndjson, ids, openmetrics };

struct FormatRow {
    Format format;
    std::string_view name;
    std::string_view summary; // for help and manual
};

inline constexpr std::array<FormatRow, 7> k_formats{{
    {Format::text, "text", "for people; fits the terminal, whole lines in a pipe"},
    {Format::csv, "csv", "RFC 4180: comma, LF, UTF-8, always with a header"},
    {Format::tsv, "tsv", "tab-separated; tab, newline and backslash as \\t \\n \\\\"},
    {Format::json, "json", "one array of flat objects"},
    {Format::ndjson, "ndjson", "one object a line"},
    {Format::ids, "ids", "the ids alone, one a line"},
    {Format::openmetrics, "openmetrics", "gauges for Prometheus and node_exporter, of report sla alone"},
}};

std::optional<Format> format_named(std::string_view name);

} // namespace reklamaatio::render
