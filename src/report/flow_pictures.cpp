// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pictures.hpp"
#include "report/reports.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Stroke;

std::size_t place_of(const render::Table& data, std::string_view key) {
    const auto found = std::ranges::find(data.columns, key, &render::Column::key);
    return static_cast<std::size_t>(found - data.columns.begin());
}

render::Series series_of(const render::Table& data, std::string_view key, std::string name, Stroke stroke) {
    render::Series series{std::move(name), stroke, {}};
    const auto place = place_of(data, key);
    for (const auto& row : data.rows)
        series.values.push_back(row[place].value);
    return series;
}

std::vector<std::string> places_of(const render::Table& data) {
    std::vector<std::string> places;
    const auto place = place_of(data, "group");
    for (const auto& row : data.rows)
        places.push_back(std::get<std::string>(row[place].value));
    return places;
}

// In how many days each, so that neither a point alone nor a thicket comes of it.
time::Bucket drawn_by(const Question& question) {
    constexpr std::chrono::days k_most_by_day{62}, k_most_by_week{200};
    const auto days = time::days_of(question.period, question.zone);
    if (days.after - days.first <= k_most_by_day) return time::Bucket::day;
    return days.after - days.first <= k_most_by_week ? time::Bucket::week : time::Bucket::month;
}

render::Chart open_by_group(const render::Table& data) {
    const auto group = place_of(data, "group"), closing = place_of(data, "closing");
    std::vector<Counted> counted;
    for (const auto& row : data.rows)
        counted.push_back(
            {std::get<std::string>(row[group].value), std::get<std::int64_t>(row[closing].value)});
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    return bar_chart("Open at the end", counted, "Group", "Open", "none");
}

} // namespace

std::vector<render::Chart> flow_charts(const render::Table& data) {
    if (data.rows.empty()) return {};
    const auto places = places_of(data);
    render::Lines open{places, {series_of(data, "closing", "", Stroke::main)}, {}};
    render::Lines moves{places,
                        {series_of(data, "received", "Received", Stroke::main),
                         series_of(data, "resolved", "Resolved", Stroke::other)},
                        {}};
    const auto& last = data.rows.back()[place_of(data, "closing")].value;
    const auto title = fmt::format("{} open at the end of {}", std::get<std::int64_t>(last), places.back());
    return {{title, std::move(open), "Open at the end"},
            {"What came in, and what was resolved", std::move(moves)}};
}

std::vector<render::Chart> flow_pictures(store::Database& database, const rulebook::Policy& policy,
                                         const Question& question, const render::Table& data) {
    if (question.draws == Draws::nothing) return {};
    if (question.by.bucket) return flow_charts(data);
    if (question.draws == Draws::trends) return {};
    std::vector<render::Chart> charts;
    if (question.by.is_none()) {
        auto finer = question;
        finer.by = {{}, drawn_by(question)};
        finer.draws = Draws::nothing;
        finer.compared.reset();
        if (!drawn_stretches(finer).empty()) charts = flow_charts(flow(database, policy, finer).data);
    } else {
        charts.push_back(open_by_group(data));
    }
    charts.push_back(age_chart(database, question));
    return charts;
}

} // namespace reklamaatio::report
