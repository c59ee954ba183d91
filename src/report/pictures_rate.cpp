// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints per 1000 as pictures.
#include "report/charted.hpp"
#include "report/pictures.hpp"
#include "report/rate_words.hpp"

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Series;
using render::Stroke;
using render::Value;

Value number_of(const std::optional<double>& rate) {
    return rate ? Value{render::Number{per_thousand(*rate)}} : Value{};
}

std::optional<double> rate_of(const Charted& point) {
    if (point.volume.value_or(0) == 0) return std::nullopt;
    return static_cast<double>(point.received) / static_cast<double>(*point.volume);
}

std::optional<double> limit_of(const Charted& point, double Limits::*side) {
    return point.judged.limits ? std::optional((*point.judged.limits).*side) : std::nullopt;
}

bool is_signal(const Charted& point) {
    const auto verdict = verdict_of(point.judged.finding);
    return verdict == Verdict::systemic || verdict == Verdict::watch;
}

std::string verdict_word(const Charted& point) {
    return std::string(complaint::word(verdict_of(point.judged.finding)));
}

std::string title_of(const Chart& chart) {
    const auto& last = chart.points.back();
    if (is_signal(last))
        return fmt::format("Complaints per 1000: {} is {}", last.stretch.label,
                           last.judged.finding == Finding::above_warning
                                   || last.judged.finding == Finding::below_warning
                               ? "to watch"
                               : verdict_word(last));
    if (last.judged.finding == Finding::within_limits)
        return fmt::format("Complaints per 1000: {} is within chance", last.stretch.label);
    return "Complaints per 1000";
}

// Groups beside each other.
render::Chart rate_bars(const Chart& chart) {
    render::Bars bars{"Group", "Per 1000", {}};
    for (const auto& point : chart.points) {
        if (bars.bars.size() == k_most_bars) break;
        if (!rate_of(point)) continue;
        bars.bars.push_back({point.group.empty() ? "none" : point.group, number_of(rate_of(point)), 0,
                             is_signal(point) ? fmt::format("({})", verdict_word(point)) : ""});
    }
    return {"Complaints per 1000, what weighs most first", std::move(bars)};
}

} // namespace

render::Chart rate_chart(const Chart& chart, const time::Zone& zone) {
    Series rate{"", Stroke::main, {}}, mean{"mean", Stroke::other, {}};
    Series upper{"upper limit", Stroke::limit, {}}, lower{"lower limit", Stroke::limit, {}};
    render::Lines lines;
    for (const auto& point : chart.points) {
        if (is_signal(point))
            lines.marks.push_back({lines.places.size(), fmt::format("{}: {}", verdict_word(point),
                                                                    reason_for(point, chart, zone))});
        lines.places.push_back(point.stretch.label);
        rate.values.push_back(number_of(rate_of(point)));
        mean.values.push_back(number_of(point.judged.mean));
        upper.values.push_back(number_of(limit_of(point, &Limits::upper)));
        lower.values.push_back(number_of(limit_of(point, &Limits::lower)));
    }
    rate.name = "per 1000";
    lines.series = {std::move(rate), std::move(mean), std::move(upper), std::move(lower)};
    return {title_of(chart), std::move(lines)};
}

std::optional<Question> with_history(Question question) {
    const auto bucket = time::bucket_of(time::days_of(question.period, question.zone));
    if (!bucket) return std::nullopt;
    question.by = {{}, bucket};
    question.period = with_twelve_before(question.period, *bucket, question.zone);
    question.compared.reset();
    return question;
}

render::Chart rate_history(store::Database& database, Question question) {
    if (auto before = with_history(question)) question = std::move(*before);
    return rate_chart(chart(database, question), question.zone);
}

std::vector<Section> rate_pictures(store::Database& database, const Chart& chart, const Question& question) {
    const bool is_alone = chart.is_along_time && chart.points.size() == 1;
    const bool is_trend = chart.is_along_time && !is_alone;
    if (question.draws == Draws::nothing || (question.draws == Draws::trends && !is_trend)) return {};
    Section section;
    if (is_alone)
        section.charts.push_back(rate_history(database, question));
    else
        section.charts.push_back(is_trend ? rate_chart(chart, question.zone) : rate_bars(chart));
    return {std::move(section)};
}

} // namespace reklamaatio::report
