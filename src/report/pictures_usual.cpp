// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of reports that have none of their own.
#include "report/pictures.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

// More pictures of one report would be looked at by nobody.
constexpr std::size_t k_most_charts = 4;

const Figure* figure_of(const Sheet& sheet, const SectionRow& section, const std::string& group,
                        const MeasureRow& measure) {
    for (const auto& line : sheet.lines)
        if (line.section == &section && line.group == group)
            for (const auto& figure : line.figures)
                if (figure.row == &measure) return &figure;
    return nullptr;
}

render::Chart over_time(const Sheet& sheet, const SectionRow& section, const MeasureRow& measure,
                        const std::vector<Stretch>& parts) {
    render::Lines lines;
    render::Series series{"", render::Stroke::main, {}};
    for (const auto& part : parts) {
        const auto* figure = figure_of(sheet, section, part.label, measure);
        lines.places.push_back(part.label);
        series.values.push_back(figure != nullptr ? figure->value : render::Value{});
    }
    lines.series.push_back(std::move(series));
    return {std::string(measure.heading), std::move(lines)};
}

// Its sections, each once.
std::vector<const SectionRow*> sections_of(const Sheet& sheet) {
    std::vector<const SectionRow*> sections;
    for (const auto& line : sheet.lines)
        if (std::ranges::find(sections, line.section) == sections.end()) sections.push_back(line.section);
    return sections;
}

std::vector<render::Chart> shares_over_time(const Sheet& sheet, const Question& question) {
    const auto parts = drawn_stretches(question);
    std::vector<render::Chart> charts;
    for (const auto* section : sections_of(sheet))
        for (const auto& measure : section->measures) {
            if (measure.unit != Unit::share || measure.better == Better::neither) continue;
            auto chart = over_time(sheet, *section, measure, parts);
            if (render::is_drawable(chart) && charts.size() < k_most_charts)
                charts.push_back(std::move(chart));
        }
    return charts;
}

render::Chart numbers_of_groups(const Sheet& sheet, const Question& question) {
    std::vector<Counted> counted;
    for (const auto& [group, number] : sheet.counted)
        counted.push_back({group, number});
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    const auto by =
        question.by.field.field == store::GroupField::own ? question.by.field.own : std::string("group");
    return bar_chart("How many each has", counted, by, "n", "none");
}

// The shares of a line beside each other; fewer than three are read as fast in the table.
std::optional<render::Chart> shares_of(const Line& line) {
    constexpr std::size_t k_fewest = 3;
    render::Bars bars{"", "Share", {}};
    for (const auto& figure : line.figures)
        if (figure.row->unit == Unit::share && figure.denominator.value_or(0) > 0)
            bars.bars.push_back({std::string(figure.row->heading), figure.value});
    if (bars.bars.size() < k_fewest) return std::nullopt;
    return render::Chart{std::string(line.section->heading), std::move(bars)};
}

// The groups of a section that has some of its own, by its first measure.
std::optional<render::Chart> groups_of(const Sheet& sheet, const SectionRow& section) {
    std::vector<Counted> counted;
    for (const auto& line : sheet.lines)
        if (line.section == &section && !line.group.empty() && line.figures.front().row->unit == Unit::count)
            counted.push_back({line.group, std::get<std::int64_t>(line.figures.front().value)});
    if (counted.size() < 2) return std::nullopt;
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    return bar_chart(std::string(section.heading), counted, "", section.measures.front().heading, "");
}

std::vector<render::Chart> beside_each_other(const Sheet& sheet) {
    std::vector<render::Chart> charts;
    for (const auto* section : sections_of(sheet)) {
        const auto line = std::ranges::find(sheet.lines, section, &Line::section);
        auto chart = line->group.empty() ? shares_of(*line) : groups_of(sheet, *section);
        if (chart && render::is_drawable(*chart) && charts.size() < k_most_charts)
            charts.push_back(std::move(*chart));
    }
    return charts;
}

} // namespace

std::vector<Section> usual_pictures(const Sheet& sheet, const Question& question) {
    Section section;
    if (question.by.is_none())
        section.charts = beside_each_other(sheet);
    else if (question.by.bucket)
        section.charts = shares_over_time(sheet, question);
    else if (sheet.counted.size() > 1)
        section.charts.push_back(numbers_of_groups(sheet, question));
    if (section.charts.empty()) return {};
    return {std::move(section)};
}

} // namespace reklamaatio::report
