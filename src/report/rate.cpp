// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints per 1000 of the volume: whether something is broken, or it is chance.
#include "complaint/word.hpp"
#include "report/charted.hpp"
#include "report/pictures.hpp"
#include "report/prevention.hpp"
#include "report/rate_words.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Cell;
using render::Tone;
using render::Value;

constexpr int k_thousand = 1000;
constexpr int k_decimals = 4;

constexpr std::array k_rates{
    MeasureRow{"per_1000", "Per 1000", Unit::rate, Better::less,
               "received / volume * 1000; the verdict is systemic, watch, marginal or not enough to judge"},
    MeasureRow{"mean_before", "Mean before", Unit::rate, Better::neither,
               "ū = complaints / volumes of the 12 periods before, * 1000"},
    MeasureRow{"lower_limit", "Lower limit", Unit::number, Better::neither,
               "(ū - 3·sqrt(ū/volume)) * 1000, at least 0"},
    MeasureRow{"upper_limit", "Upper limit", Unit::number, Better::neither, "(ū + 3·sqrt(ū/volume)) * 1000"},
    MeasureRow{"lower_warning", "Lower warning", Unit::number, Better::neither,
               "the same with 2 in place of 3"},
    MeasureRow{"upper_warning", "Upper warning", Unit::number, Better::neither, "likewise"},
    MeasureRow{"expected", "Expected", Unit::number, Better::neither,
               "ū·volume: fewer than 5 are not enough to judge"},
    MeasureRow{"run_above_mean", "In a row above the mean", Unit::count, Better::neither,
               "periods with a rate above ū, the last of which is this one; 8 are systemic"},
    MeasureRow{"reason", "Why", Unit::count, Better::neither,
               "why the verdict is what it is, in words, as the verdict"}};

constexpr std::array k_betweens{
    MeasureRow{"mean_days_between", "Mean, days", Unit::number, Better::neither,
               "between complaints that ended in the 12 periods before: the 3.6th power of the mean of the "
               "1/3.6th powers"},
    MeasureRow{"shortest_days_between", "Shortest, days", Unit::number, Better::neither,
               "of those that ended in the period"},
    MeasureRow{"lower_limit_days", "Lower limit, days", Unit::number, Better::neither,
               "mean - 3·(mean moving range / 1.128) of these powers, at least 0, to the power of 3.6"},
    MeasureRow{"upper_limit_days", "Upper limit, days", Unit::number, Better::neither, "likewise mean + 3"},
    MeasureRow{
        "run_below_mean", "In a row below the mean", Unit::count, Better::neither,
        "times shorter than the mean, one after the other, up to the last in the period; 8 are systemic"},
    MeasureRow{"reason", "Why", Unit::count, Better::neither,
               "why the verdict is what it is, in words, as the verdict"}};

constexpr SectionRow k_rate{"rate", "Per 1000 of the volume", k_rates};
constexpr SectionRow k_between{"between", "Time between, where complaints are rare", k_betweens};
constexpr std::array k_sections{k_rate, k_between, k_prevention};

std::string word_of(Finding finding) {
    return std::string(complaint::word(verdict_of(finding)));
}

Figure number(const MeasureRow& row, const std::optional<double>& value, int decimals = k_decimals) {
    Figure figure{&row};
    if (value) figure.value = render::Number{fmt::format("{:.{}f}", *value, decimals)};
    return figure;
}

Figure in_words(const MeasureRow& row, std::string reason) {
    Figure figure{&row};
    figure.verdict = std::move(reason);
    return figure;
}

std::optional<double> per_1000(const std::optional<Limits>& limits, double Limits::*side) {
    return limits ? std::optional((*limits).*side * k_thousand) : std::nullopt;
}

// "Sofa Aalto", "2026-10"; empty where there is but one.
std::string name_of(const Charted& point, const Chart& chart, const Question& question) {
    if (!chart.is_along_time) return point.group;
    return chart.points.size() > 1 || question.by.bucket ? point.stretch.label : "";
}

// What weighs most stands first; along time it is the time that orders.
void put_in_order(Chart& chart) {
    constexpr std::array k_weights{2, 1, 0, 3}; // by Verdict
    const auto weight = [&](const Charted& point) {
        const auto rate = verdict_of(point.judged.finding);
        const auto between = point.between ? verdict_of(point.between->judged.finding) : Verdict::not_enough;
        return std::min(k_weights[static_cast<std::size_t>(rate)],
                        k_weights[static_cast<std::size_t>(between)]);
    };
    if (chart.is_along_time) return;
    std::ranges::stable_sort(chart.points, [&](const Charted& a, const Charted& b) {
        return std::pair(weight(a), -a.received) < std::pair(weight(b), -b.received);
    });
}

std::vector<Figure> rate_figures(const Charted& point, const Chart& chart, const time::Zone& zone) {
    const auto& judged = point.judged;
    auto per = rate(k_rates[0], point.received, point.volume, k_thousand, k_decimals);
    per.verdict = word_of(judged.finding);
    const auto before = point.periods_before > 0 ? std::optional(point.before.volume) : std::nullopt;
    return {std::move(per),
            rate(k_rates[1], point.before.count, before, k_thousand, k_decimals),
            number(k_rates[2], per_1000(judged.limits, &Limits::lower)),
            number(k_rates[3], per_1000(judged.limits, &Limits::upper)),
            number(k_rates[4], per_1000(judged.warning, &Limits::lower)),
            number(k_rates[5], per_1000(judged.warning, &Limits::upper)),
            number(k_rates[6], judged.expected),
            count(k_rates[7], static_cast<std::int64_t>(judged.run)),
            in_words(k_rates[8], reason_for(point, chart, zone))};
}

std::vector<Figure> between_figures(const TimesBetween& between) {
    const auto& judged = between.judged;
    const auto side = [&](double Limits::*which) {
        return judged.limits ? std::optional((*judged.limits).*which) : std::nullopt;
    };
    auto mean = number(k_betweens[0], judged.mean);
    mean.denominator = static_cast<std::int64_t>(between.before);
    auto shortest = number(k_betweens[1], between.now > 0 ? std::optional(between.shortest) : std::nullopt);
    shortest.denominator = static_cast<std::int64_t>(between.now);
    shortest.verdict = word_of(judged.finding);
    return {std::move(mean),
            std::move(shortest),
            number(k_betweens[2], side(&Limits::lower)),
            number(k_betweens[3], side(&Limits::upper)),
            count(k_betweens[4], static_cast<std::int64_t>(judged.run)),
            in_words(k_betweens[5], reason_for(between))};
}

// What the volumes are of: "of the whole firm", "of each product", "of product Sofa Aalto".
std::string source_text(const VolumeSource& source) {
    if (source.field.empty()) return "of the whole firm";
    return source.value.empty() ? fmt::format("of each {}", source.field)
                                : fmt::format("of {} {}", source.field, source.value);
}

Tone tone_of(Verdict verdict) {
    constexpr std::array k_tones{Tone::plain, Tone::warn, Tone::bad, Tone::dim}; // by Verdict
    return k_tones[static_cast<std::size_t>(verdict)];
}

Cell verdict_cell(Finding finding) {
    return {Value{word_of(finding)}, "", tone_of(verdict_of(finding))};
}

Value rate_or_none(const std::optional<double>& value) {
    return value ? Value{render::Number{per_thousand(*value)}} : Value{};
}

constexpr int k_narrowest_reason = 12;

std::vector<render::Column> columns_after_group(std::vector<render::Column> others,
                                                const std::string& heading) {
    if (!heading.empty()) others.insert(others.begin(), {"group", heading, Align::left, 0, k_group_width});
    others.push_back({"verdict", "Verdict"});
    others.push_back({"reason", "Why", Align::left, 4, k_narrowest_reason});
    return others;
}

// Above the names of the lines; empty where there are none.
std::string group_heading(const Chart& chart, const Question& question) {
    if (!chart.is_along_time) return "Group";
    return name_of(chart.points.front(), chart, question).empty() ? "" : "Period";
}

Section rate_section(const Chart& chart, const Question& question) {
    const auto heading = group_heading(chart, question);
    Section section;
    section.table.columns = columns_after_group({{"received", "Received", Align::right},
                                                 {"volume", "Volume", Align::right, 1, 0},
                                                 {"per_1000", "Per 1000", Align::right},
                                                 {"mean_before", "Mean before", Align::right, 2, 0},
                                                 {"limits", "Limits", Align::right, 3, 0}},
                                                heading);
    for (const auto& point : chart.points) {
        const auto& judged = point.judged;
        const auto per =
            point.volume
                ? std::optional(static_cast<double>(point.received) / static_cast<double>(*point.volume))
                : std::nullopt;
        render::Row row;
        if (!heading.empty()) row.emplace_back(render::text_or_none(name_of(point, chart, question)));
        row.emplace_back(Value{point.received});
        row.emplace_back(render::number_or_none(point.volume));
        row.emplace_back(rate_or_none(per));
        row.emplace_back(rate_or_none(judged.mean));
        row.emplace_back(judged.limits ? Value{fmt::format("{} to {}", per_thousand(judged.limits->lower),
                                                           per_thousand(judged.limits->upper))}
                                       : Value{});
        row.push_back(verdict_cell(judged.finding));
        row.emplace_back(Value{reason_for(point, chart, question.zone)});
        section.table.rows.push_back(std::move(row));
    }
    section.note = fmt::format("Complaints per 1000 of the volume {}.", source_text(chart.source));
    return section;
}

Section between_section(const Chart& chart, const Question& question) {
    const auto heading = group_heading(chart, question);
    Section section;
    section.heading = k_between.heading;
    section.table.columns = columns_after_group({{"before", "Before", Align::right},
                                                 {"now", "Now", Align::right},
                                                 {"mean", "Mean, days", Align::right}},
                                                heading);
    for (const auto& point : chart.points) {
        if (!point.between) continue;
        const auto& between = *point.between;
        render::Row row;
        if (!heading.empty()) row.emplace_back(render::text_or_none(name_of(point, chart, question)));
        row.emplace_back(Value{static_cast<std::int64_t>(between.before)});
        row.emplace_back(Value{static_cast<std::int64_t>(between.now)});
        row.emplace_back(between.judged.mean
                             ? Value{render::Number{fmt::format("{:.1f}", *between.judged.mean)}}
                             : Value{});
        row.push_back(verdict_cell(between.judged.finding));
        row.emplace_back(Value{reason_for(between)});
        section.table.rows.push_back(std::move(row));
    }
    return section;
}

// "20.00 a month (240 of 12)", "2.0000 per 1000 (240 of 120000)"
Value told_rate(const Figure& rate, std::string_view of) {
    const auto* value = std::get_if<render::Number>(&rate.value);
    if (value == nullptr) return {};
    return fmt::format("{} {} ({} of {})", value->text, of, *rate.numerator, *rate.denominator);
}

Section prevention_section(const std::vector<Prevented>& all, const Chart& chart) {
    Section section;
    section.heading = k_prevention.heading;
    section.table.columns = {{"action", "Action", Align::left, 0, 0, true},
                             {"text", "What", Align::left, 2, 8},
                             {"before", "Before", Align::right},
                             {"after", "After", Align::right},
                             {"verdict", "Verdict"}};
    const auto of_period = fmt::format("a {}", time::name_of(chart.bucket));
    for (const auto& [action, line] : all) {
        const bool has_volumes = !line.figures[3].verdict.empty();
        const auto unit = has_volumes ? std::string("per 1000") : of_period;
        const auto& verdict = line.figures[has_volumes ? 3 : 1].verdict;
        section.table.rows.push_back({Value{to_string(action.id)}, render::text_or_none(action.text),
                                      told_rate(line.figures[has_volumes ? 2 : 0], unit),
                                      told_rate(line.figures[has_volumes ? 3 : 1], unit), Value{verdict}});
    }
    return section;
}

} // namespace

std::span<const SectionRow> rate_sections() {
    return k_sections;
}

Sheet complaint_rate(store::Database& database, const rulebook::Policy&, const Question& question) {
    auto charted = chart(database, question);
    put_in_order(charted);
    Sheet sheet;
    sheet.pictures = rate_pictures(database, charted, question);
    for (const auto& point : charted.points)
        sheet.counted[name_of(point, charted, question)] = point.received;
    for (const auto& point : charted.points)
        sheet.lines.push_back(
            {&k_rate, name_of(point, charted, question), rate_figures(point, charted, question.zone)});
    for (const auto& point : charted.points)
        if (point.between)
            sheet.lines.push_back(
                {&k_between, name_of(point, charted, question), between_figures(*point.between)});
    const auto prevented = preventions(database, question, charted);
    for (const auto& [action, line] : prevented)
        sheet.lines.push_back(line);
    if (!charted.points.empty()) sheet.instead.push_back(rate_section(charted, question));
    if (std::ranges::any_of(charted.points, [](const Charted& point) { return point.between.has_value(); }))
        sheet.instead.push_back(between_section(charted, question));
    if (!prevented.empty()) sheet.instead.push_back(prevention_section(prevented, charted));
    return sheet;
}

} // namespace reklamaatio::report
