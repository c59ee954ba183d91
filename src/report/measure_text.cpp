// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measure_look.hpp"
#include "report/measure_tables.hpp"
#include "report/pictures.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Value;

using Lines = std::span<const ComparedLine>;

constexpr std::size_t k_columns_that_stay = 3;

// Which line it is: the section, where there are several, and the group, where there are any.
struct Labels {
    bool sections;
    bool groups;

    Labels(Lines lines, const Question& question) {
        sections = lines.front().now.section != lines.back().now.section;
        groups = !question.by.is_none()
                 || std::ranges::any_of(lines, [](const auto& line) { return !line.now.group.empty(); });
    }
    void add_columns(std::vector<render::Column>& columns) const {
        if (sections) columns.push_back({"section", "", Align::left, 0, k_group_width});
        if (groups) columns.push_back({"group", "", Align::left, 0, k_group_width});
    }
    // Blank on the further rows of a line.
    void add_cells(render::Row& row, const Line& line, bool is_first) const {
        if (sections) row.emplace_back(Value{std::string(is_first ? line.section->heading : "")});
        if (groups && !is_first) row.emplace_back(Value{std::string()});
        if (groups && is_first) row.emplace_back(render::text_or_none(line.group));
    }
};

// One line without a group: its measures below each other.
render::Table standing(const Line& line, const Look& look) {
    render::Table table{{{"measure", ""}, {"value", "", Align::right}}, {}};
    for (const auto& figure : line.figures) {
        table.rows.push_back({Value{figure.heading()}, look.shown(figure)});
        if (!figure.verdict.empty())
            table.rows.back().push_back({Value{figure.verdict}, "", tone_of(figure.verdict)});
    }
    return table;
}

// The figures that any of the lines has, by the order of the section.
std::vector<const Figure*> headings_of(Lines lines) {
    std::vector<const Figure*> headings;
    for (const auto& row : lines.front().now.section->measures)
        for (const auto& line : lines)
            for (const auto& figure : line.now.figures) {
                const auto is_same = [&](const Figure* other) { return other->name() == figure.name(); };
                if (figure.row == &row && std::ranges::none_of(headings, is_same))
                    headings.push_back(&figure);
            }
    return headings;
}

// What the report itself judges of a line.
std::string_view verdict_of(const Line& line) {
    const auto found =
        std::ranges::find_if(line.figures, [](const auto& each) { return !each.verdict.empty(); });
    return found == line.figures.end() ? "" : std::string_view(found->verdict);
}

// Each first measure as a part of the largest of them; nothing where the section has no bars.
std::vector<Value> bars_beside(Lines lines) {
    if (!lines.front().now.section->has_bars) return {};
    std::vector<std::int64_t> numbers;
    for (const auto& line : lines)
        numbers.push_back(std::get<std::int64_t>(line.now.figures.front().value));
    return bars_of(numbers);
}

// Several lines: their measures side by side.
render::Table lying(Lines lines, const Look& look) {
    const Labels labels(lines, look.question());
    const auto headings = headings_of(lines);
    render::Table table;
    labels.add_columns(table.columns);
    for (std::size_t i = 0; i < headings.size(); ++i)
        table.columns.push_back({headings[i]->name(), headings[i]->heading(), Align::right,
                                 i < k_columns_that_stay ? 0 : static_cast<int>(i), 0});
    table.columns.push_back({"verdict", ""});
    const auto bars = bars_beside(lines);
    if (!bars.empty()) table.columns.push_back(bar_column());
    for (const auto& line : lines) {
        render::Row row;
        labels.add_cells(row, line.now, true);
        for (const auto* heading : headings) {
            const auto found = std::ranges::find(line.now.figures, heading->name(), &Figure::name);
            row.emplace_back(found == line.now.figures.end() ? Value{} : look.shown(*found));
        }
        const auto verdict = verdict_of(line.now);
        row.push_back({Value{std::string(verdict)}, "", tone_of(verdict)});
        if (!bars.empty()) row.emplace_back(bars[table.rows.size()]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

render::Table compared(Lines lines, const Look& look) {
    const Labels labels(lines, look.question());
    render::Table table;
    labels.add_columns(table.columns);
    const auto& zone = look.question().zone;
    table.columns.push_back({"measure", ""});
    table.columns.push_back({"now", time::describe(look.question().period, zone), Align::right});
    table.columns.push_back({"before", time::describe(*look.question().compared, zone), Align::right});
    table.columns.push_back({"verdict", ""});
    for (const auto& [now, before] : lines)
        for (std::size_t i = 0; i < now.figures.size(); ++i) {
            render::Row row;
            labels.add_cells(row, now, i == 0);
            row.emplace_back(Value{now.figures[i].heading()});
            row.emplace_back(look.shown(now.figures[i]));
            row.emplace_back(look.shown(before[i]));
            const auto verdict = shown_verdict(now.figures[i], before[i], look.question());
            row.push_back({Value{verdict}, "", tone_of(verdict)});
            table.rows.push_back(std::move(row));
        }
    return table;
}

// As many lines from the first as have the same measures.
std::size_t count_alike(Lines lines) {
    const auto* measures = lines.front().now.section->measures.data();
    const auto other = std::ranges::find_if(
        lines, [&](const auto& line) { return line.now.section->measures.data() != measures; });
    return static_cast<std::size_t>(other - lines.begin());
}

Section section_of(Lines lines, const Look& look) {
    Section section;
    if (!Labels(lines, look.question()).sections) section.heading = lines.front().now.section->heading;
    const bool is_alone =
        lines.size() == 1 && look.question().by.is_none() && lines.front().now.group.empty();
    if (look.compares())
        section.table = compared(lines, look);
    else
        section.table = is_alone ? standing(lines.front().now, look) : lying(lines, look);
    return section;
}

} // namespace

std::vector<Section> text_sections(const std::vector<ComparedLine>& all, const rulebook::Policy& policy,
                                   const Question& question) {
    const Look look(policy, question, question.compared ? Look::Bases::all : Look::Bases::few);
    std::vector<Section> sections;
    for (Lines lines(all); !lines.empty();) {
        const auto alike = count_alike(lines);
        if (lines.front().now.section->name != k_cohort_section)
            sections.push_back(section_of(lines.first(alike), look));
        lines = lines.subspan(alike);
    }
    return sections;
}

} // namespace reklamaatio::report
