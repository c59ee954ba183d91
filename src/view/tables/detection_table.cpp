// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/detection_table.hpp"

#include "text/plural.hpp"
#include "text/visible.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using render::Align;
using render::Value;

// "Avoin (88), Suljettu (1102)", the most frequent first; or a few texts.
std::string samples(const exchange::ColumnLook& look) {
    if (look.look() != exchange::Look::words) return fmt::format("{}", fmt::join(look.samples(), ", "));
    std::vector<std::pair<std::size_t, std::string>> counted;
    for (const auto& [word, count] : look.words())
        counted.emplace_back(count, text::visible_line(word));
    std::ranges::stable_sort(counted, std::ranges::greater{}, [](const auto& word) { return word.first; });
    std::vector<std::string> told;
    for (const auto& [count, word] : counted)
        told.push_back(fmt::format("{} ({})", word, count));
    return fmt::format("{}", fmt::join(told, ", "));
}

render::Cell filled(const exchange::ColumnLook& look) {
    const render::Share share{static_cast<std::int64_t>(look.filled()),
                              static_cast<std::int64_t>(look.rows())};
    const auto percent = look.rows() == 0 ? 0 : look.filled() * 100 / look.rows();
    return {Value{share}, fmt::format("{} %", percent)};
}

std::string where_to(const exchange::DetectedColumn& column) {
    if (column.field != nullptr) return fmt::format("{}{}", column.field->name, column.is_guess ? " ?" : "");
    if (!column.own.empty()) return "own field " + column.own;
    if (!column.rivals.empty()) return fmt::format("{} ?", column.rivals.front()->name);
    return "";
}

} // namespace

std::string detection_summary(const exchange::Detection& detection) {
    const auto& [encoding, evidence, others] = detection.encoding;
    const auto& delimiter = detection.dialect.delimiter;
    return fmt::format("{}: {}{}, {} between fields, {}, {}{}", detection.file,
                       encoding.empty() ? "UTF-8" : encoding, evidence.empty() ? "" : " (" + evidence + ")",
                       delimiter == "\t" ? "tab" : "'" + delimiter + "'", detection.line_ends,
                       detection.has_more_rows ? "the first " : "", text::plural(detection.rows, "row"));
}

std::vector<render::Column> detection_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"column", "Column", Align::left, 0, 10}.holding(Kind::text, "its name in the file"),
            Column{"looks_like", "Looks like", Align::left, 0, 12}.holding(Kind::text,
                                                                           "what its cells look like"),
            Column{"filled", "Filled", Align::right}.holding(Kind::share, "how much of it is filled"),
            Column{"goes_to", "Goes to"}.holding(Kind::text,
                                                 "the field that it goes to; ? where that is a guess"),
            Column{"samples", "Samples", Align::left, 1, 12}.holding(Kind::text, "some of its cells")};
}

render::Table detection_table(const exchange::Detection& detection) {
    render::Table table{detection_columns(), {}};
    for (const auto& column : detection.columns)
        table.rows.push_back({Value{column.key}, Value{column.look.description()}, filled(column.look),
                              render::text_or_none(where_to(column)),
                              render::text_or_none(samples(column.look))});
    return table;
}

} // namespace reklamaatio::view
