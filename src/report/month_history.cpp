// SPDX-License-Identifier: GPL-3.0-or-later
// The month among those before it.
#include "report/charted.hpp"
#include "report/monthly.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "report/stretches.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::Clock;

using InTime = std::map<std::string, Part>; // by stretch

render::Chart in_time(const InTime& parts, const std::vector<Stretch>& all, const MeasureRow& measure) {
    render::Lines lines;
    render::Series series;
    for (const auto& stretch : all) {
        const auto found = parts.find(stretch.label);
        const auto part = found == parts.end() ? Part{} : found->second;
        lines.places.push_back(stretch.label);
        series.values.emplace_back(render::Share{part.part, part.whole});
    }
    const auto last = parts.find(all.back().label);
    const auto title = last == parts.end() ? std::string(measure.heading)
                                           : fmt::format("{}: {} of {} in {}", measure.heading,
                                                         last->second.part, last->second.whole, last->first);
    lines.series.push_back(std::move(series));
    return {title, std::move(lines), std::string(measure.heading)};
}

// First answers and resolutions.
std::vector<render::Chart> kept(store::Database& database, const Question& history) {
    const auto all = stretches(history.period, *history.by.bucket, history.zone);
    InTime answers, resolutions;
    read_fallen_due(database, history, [&](const store::DueRow& row) {
        if (row.clock != Clock::response && row.clock != Clock::resolution) return;
        auto& parts = row.clock == Clock::response ? answers : resolutions;
        parts[history.group_of(row.group, row.due_at)].add(row.is_met_in_time());
    });
    return {in_time(answers, all, k_month_punctuality[0]), in_time(resolutions, all, k_month_punctuality[3])};
}

} // namespace

Section month_history(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Section section;
    auto history = with_history(question);
    if (!history) return section;
    const auto draws = history->draws;
    history->draws = Draws::nothing;
    section.heading = fmt::format("With the 12 {}s before", time::name_of(*history->by.bucket));
    auto charts = kept(database, *history);
    for (auto& chart : flow_charts(flow(database, policy, *history).data))
        charts.push_back(std::move(chart));
    // Without volumes there is nothing to draw, and two years of receipts need not be counted.
    if (draws == Draws::pictures && has_volumes(database, *history))
        charts.push_back(rate_history(database, question));
    for (auto& chart : charts)
        if (render::is_drawable(chart)) section.charts.push_back(std::move(chart));
    return section;
}

} // namespace reklamaatio::report
