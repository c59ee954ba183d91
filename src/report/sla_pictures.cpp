// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pictures.hpp"
#include "report/sla_kept.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::Clock;

std::string percent(const render::Share& share) {
    return fmt::format("{:.1f} % ({}/{})",
                       100.0 * static_cast<double>(share.numerator) / static_cast<double>(share.denominator),
                       share.numerator, share.denominator);
}

// Of which anything was due.
std::vector<Clock> clocks_in(const KeptClocks& figures) {
    std::vector<Clock> clocks;
    for (const auto& [key, tally] : figures.tallies)
        if (tally.due > 0 && std::ranges::find(clocks, key.clock) == clocks.end())
            clocks.push_back(key.clock);
    return clocks;
}

render::Chart over_time(Clock clock, const KeptClocks& figures, const Question& question) {
    render::Lines lines;
    render::Series series;
    render::Share all;
    for (const auto& part : drawn_stretches(question)) {
        if (part.period.from > question.now) break; // not begun
        const auto found = figures.tallies.find({clock, part.label});
        const auto share = found == figures.tallies.end() ? render::Share{} : found->second.attainment();
        all = {all.numerator + share.numerator, all.denominator + share.denominator};
        lines.places.push_back(part.label);
        series.values.emplace_back(share);
    }
    lines.series.push_back(std::move(series));
    const auto word = complaint::word(clock);
    return {fmt::format("{}: {} met in time", word, percent(all)), std::move(lines),
            fmt::format("{} in time", word)};
}

render::Chart of_groups(Clock clock, const KeptClocks& figures) {
    std::vector<std::pair<std::string, render::Share>> groups;
    for (const auto& [key, tally] : figures.tallies)
        if (key.clock == clock && tally.due > 0) groups.emplace_back(key.group, tally.attainment());
    std::ranges::stable_sort(groups, std::ranges::greater{},
                             [](const auto& group) { return group.second.denominator; });
    const bool is_cut = groups.size() > k_most_bars;
    if (is_cut) groups.resize(k_most_bars);
    render::Bars bars{"Group", "Met in time", {}};
    for (const auto& [group, share] : groups)
        bars.bars.push_back({group.empty() ? "none" : group, share});
    return {fmt::format("{}: met in time{}", complaint::word(clock),
                        is_cut ? ", of those with most deadlines" : ""),
            std::move(bars)};
}

render::Chart of_clocks(const KeptClocks& figures) {
    render::Bars bars{"Clock", "Met in time", {}};
    for (const auto& [key, tally] : figures.tallies)
        if (tally.due > 0) bars.bars.push_back({std::string(complaint::word(key.clock)), tally.attainment()});
    return {"Met in time, of what fell due", std::move(bars)};
}

} // namespace

std::vector<render::Chart> sla_charts(const KeptClocks& figures, const Question& question) {
    const bool has_trends = question.by.bucket.has_value();
    if (question.draws == Draws::nothing || (question.draws == Draws::trends && !has_trends)) return {};
    const auto clocks = clocks_in(figures);
    if (clocks.empty() || (has_trends && drawn_stretches(question).empty())) return {};
    if (question.by.is_none()) return {of_clocks(figures)};
    std::vector<render::Chart> charts;
    for (const auto clock : clocks)
        charts.push_back(has_trends ? over_time(clock, figures, question) : of_groups(clock, figures));
    return charts;
}

} // namespace reklamaatio::report
