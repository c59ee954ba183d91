// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/control_chart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace reklamaatio::report {

namespace {

constexpr double k_limit = 3;   // sigmas
constexpr double k_warning = 2; // sigmas

// What lies on a limit is not beyond it by how it was rounded.
bool exceeds(double value, double limit) {
    constexpr double k_rounding = 1e-12;
    return value - limit > k_rounding * limit;
}

bool is_above(const Sample& sample, double mean) {
    return exceeds(static_cast<double>(sample.count), mean * static_cast<double>(sample.volume));
}

// Of a value between limits, or beyond them; the run aside.
Finding placed(double value, const Limits& limits, const Limits& warning) {
    if (exceeds(value, limits.upper)) return Finding::above_limit;
    if (exceeds(limits.lower, value)) return Finding::below_limit;
    if (exceeds(value, warning.upper)) return Finding::above_warning;
    if (exceeds(warning.lower, value)) return Finding::below_warning;
    return Finding::within_limits;
}

bool is_beyond_limits(Finding finding) {
    return finding == Finding::above_limit || finding == Finding::below_limit;
}

constexpr double k_power = 1 / 3.6;
// The mean range of two normal values, in sigmas.
constexpr double k_d2 = 1.128;

std::vector<double> transformed(std::span<const double> times) {
    std::vector<double> values;
    for (const double time : times)
        values.push_back(std::pow(time, k_power));
    return values;
}

double in_time(double value) {
    return std::pow(std::max(value, 0.0), 1 / k_power);
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double mean_moving_range(const std::vector<double>& values) {
    double sum = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        sum += std::abs(values[i] - values[i - 1]);
    return sum / static_cast<double>(values.size() - 1);
}

// A short time is what a high count is.
Finding turned(Finding finding) {
    switch (finding) {
    case Finding::above_limit:
        return Finding::below_limit;
    case Finding::below_limit:
        return Finding::above_limit;
    case Finding::above_warning:
        return Finding::below_warning;
    case Finding::below_warning:
        return Finding::above_warning;
    default:
        return finding;
    }
}

std::size_t run_below(double mean, std::span<const double> values) {
    const auto last = std::find_if(values.rbegin(), values.rend(), [&](double v) { return v >= mean; });
    return static_cast<std::size_t>(last - values.rbegin());
}

// What weighs most: Finding has them in that order.
Finding weightiest(std::span<const double> times, const TimeJudgement& judged) {
    auto found = Finding::within_limits;
    for (const double time : times)
        if (time > 0) found = std::min(found, turned(placed(time, *judged.limits, *judged.warning)));
    return found;
}

} // namespace

Verdict verdict_of(Finding finding) {
    switch (finding) {
    case Finding::above_limit:
    case Finding::below_limit:
    case Finding::run_above_mean:
        return Verdict::systemic;
    case Finding::above_warning:
    case Finding::below_warning:
        return Verdict::watch;
    case Finding::within_limits:
        return Verdict::marginal;
    case Finding::too_few_periods:
    case Finding::too_few_expected:
    case Finding::too_few_intervals:
    case Finding::no_volume:
    case Finding::not_over:
    case Finding::not_whole:
        return Verdict::not_enough;
    }
    throw std::logic_error("no such finding");
}

std::optional<double> mean_rate(std::span<const Sample> samples) {
    Sample sum;
    for (const auto& [count, volume] : samples)
        sum = {sum.count + count, sum.volume + volume};
    if (sum.volume == 0) return std::nullopt;
    return static_cast<double>(sum.count) / static_cast<double>(sum.volume);
}

Limits rate_limits(double mean, std::int64_t volume, double sigmas) {
    const double reach = sigmas * std::sqrt(mean / static_cast<double>(volume));
    return {std::max(mean - reach, 0.0), mean + reach};
}

std::size_t run_above(double mean, std::span<const Sample> samples) {
    const auto last = std::find_if(samples.rbegin(), samples.rend(),
                                   [&](const Sample& sample) { return !is_above(sample, mean); });
    return static_cast<std::size_t>(last - samples.rbegin());
}

RateJudgement judge_rate(std::span<const Sample> before, const Sample& period) {
    if (before.size() > k_periods_before) before = before.last(k_periods_before);
    RateJudgement judged;
    judged.mean = mean_rate(before);
    if (before.size() < k_periods_before) {
        judged.finding = Finding::too_few_periods;
        return judged;
    }
    const auto volume = static_cast<double>(period.volume);
    judged.limits = rate_limits(*judged.mean, period.volume, k_limit);
    judged.warning = rate_limits(*judged.mean, period.volume, k_warning);
    judged.expected = *judged.mean * volume;
    if (is_above(period, *judged.mean)) judged.run = 1 + run_above(*judged.mean, before);
    if (exceeds(k_fewest_expected, *judged.expected)) {
        judged.finding = Finding::too_few_expected;
        return judged;
    }
    judged.finding = placed(static_cast<double>(period.count) / volume, *judged.limits, *judged.warning);
    if (!is_beyond_limits(judged.finding) && judged.run >= k_run) judged.finding = Finding::run_above_mean;
    return judged;
}

TimeJudgement judge_times(std::span<const double> before, std::span<const double> now) {
    TimeJudgement judged;
    if (before.size() < k_periods_before || now.empty()) {
        judged.finding = Finding::too_few_intervals;
        return judged;
    }
    auto values = transformed(before);
    const double mean = mean_of(values);
    const double sigma = mean_moving_range(values) / k_d2;
    if (sigma == 0) {
        judged.finding = Finding::too_few_intervals;
        return judged;
    }
    const auto at = [&](double sigmas) {
        return Limits{in_time(mean - sigmas * sigma), in_time(mean + sigmas * sigma)};
    };
    judged.mean = in_time(mean);
    judged.limits = at(k_limit);
    judged.warning = at(k_warning);
    for (const double value : transformed(now))
        values.push_back(value);
    judged.run = run_below(mean, values);
    judged.finding = weightiest(now, judged);
    if (!is_beyond_limits(judged.finding) && judged.run >= k_run) judged.finding = Finding::run_above_mean;
    return judged;
}

} // namespace reklamaatio::report
