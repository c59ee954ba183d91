// SPDX-License-Identifier: GPL-3.0-or-later
// The output formats, one row each.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace reklamaatio::render {

enum class Format { text, csv, tsv, json, ndjson, ids, openmetrics, xlsx, html };

// Whom a format is for: people get pages and the columns that they look at, programs get every fact.
enum class Audience { people, programs };
// What a format is made of: a page with tables in it, rows under a header, objects, bare ids, gauges, or a document.
enum class Shape { page, rows, objects, ids, gauges, document };

struct FormatRow {
    Format format;
    std::string_view name;
    Audience audience;
    Shape shape;
    std::string_view summary; // for help and manual
};

inline constexpr std::array k_formats{
    FormatRow{Format::text, "text", Audience::people, Shape::page,
              "for people; fits the terminal, whole lines in a pipe"},
    FormatRow{Format::csv, "csv", Audience::programs, Shape::rows,
              "RFC 4180: comma, LF, UTF-8, always with a header"},
    FormatRow{Format::tsv, "tsv", Audience::programs, Shape::rows,
              "tab-separated; tab, newline and backslash as \\t \\n \\\\"},
    FormatRow{Format::json, "json", Audience::programs, Shape::objects, "one array of flat objects"},
    FormatRow{Format::ndjson, "ndjson", Audience::programs, Shape::objects, "one object a line"},
    FormatRow{Format::ids, "ids", Audience::programs, Shape::ids, "the ids alone, one a line"},
    FormatRow{Format::openmetrics, "openmetrics", Audience::programs, Shape::gauges,
              "gauges for Prometheus and node_exporter, of report sla alone"},
    FormatRow{Format::xlsx, "xlsx", Audience::programs, Shape::rows,
              "an Excel workbook, into the file of --output; times are in the policy's zone"},
    FormatRow{Format::html, "html", Audience::people, Shape::document,
              "one page with pictures, of reports alone: for a browser, a letter or paper"}};

std::optional<Format> format_named(std::string_view name);

constexpr const FormatRow& row_of(Format format) {
    return k_formats[static_cast<std::size_t>(format)];
}
constexpr Shape shape_of(Format format) {
    return row_of(format).shape;
}
constexpr Audience audience_of(Format format) {
    return row_of(format).audience;
}
static_assert(std::ranges::all_of(k_formats,
                                  [](const FormatRow& row) { return row_of(row.format).name == row.name; }),
              "one row for each format, in their order");

} // namespace reklamaatio::render
