// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rate_words.hpp"

#include "text/plural.hpp"

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

constexpr double k_thousand = 1000;

std::string days_text(double days) {
    return fmt::format("{:.1f} days", days);
}

std::string why_too_few_periods(const Charted& point, const Chart& chart, const time::Zone& zone) {
    const auto unit = time::name_of(chart.bucket);
    std::string text =
        fmt::format("{} of the {} {}s before have a volume", point.periods_before, k_periods_before, unit);
    if (chart.known_since)
        text +=
            fmt::format("; complaints are known since {}", time::to_iso(zone.date_at(*chart.known_since)));
    return text;
}

} // namespace

std::string per_thousand(double rate) {
    const double value = rate * k_thousand;
    int decimals = 2;
    for (double least = 0.1; decimals < 6 && value > 0 && value < least; least /= 10)
        ++decimals;
    return fmt::format("{:.{}f}", value, decimals);
}

std::string reason_for(const Charted& point, const Chart& chart, const time::Zone& zone) {
    const auto& judged = point.judged;
    const auto rate = [&] {
        return per_thousand(static_cast<double>(point.received) / static_cast<double>(*point.volume));
    };
    switch (judged.finding) {
    case Finding::above_limit:
        return fmt::format("{} per 1000 is above {}, the upper limit", rate(),
                           per_thousand(judged.limits->upper));
    case Finding::below_limit:
        return fmt::format(
            "{} per 1000 is below {}, the lower limit: something got better, or complaints are not logged",
            rate(), per_thousand(judged.limits->lower));
    case Finding::run_above_mean:
        return fmt::format("{} {}s in a row above {}, the mean of the {} before", judged.run,
                           time::name_of(chart.bucket), per_thousand(*judged.mean), k_periods_before);
    case Finding::above_warning:
        return fmt::format("{} per 1000 is above {}, two sigma over the mean", rate(),
                           per_thousand(judged.warning->upper));
    case Finding::below_warning:
        return fmt::format("{} per 1000 is below {}, two sigma under the mean", rate(),
                           per_thousand(judged.warning->lower));
    case Finding::within_limits:
        return fmt::format("{} per 1000 is what chance makes of {}", rate(), per_thousand(*judged.mean));
    case Finding::too_few_periods:
        return why_too_few_periods(point, chart, zone);
    case Finding::too_few_expected:
        return fmt::format("{:.1f} were to be expected, of {:.0f} that it takes", *judged.expected,
                           k_fewest_expected);
    case Finding::no_volume:
        return fmt::format("no volume of {}", point.stretch.label);
    case Finding::not_over:
        return fmt::format("{} is not over", point.stretch.label);
    case Finding::not_whole:
        return fmt::format("only a part of {} is in the period", point.stretch.label);
    case Finding::too_few_intervals:
        break;
    }
    return "";
}

std::string reason_for(const TimesBetween& between) {
    const auto& judged = between.judged;
    switch (judged.finding) {
    case Finding::above_limit:
        return fmt::format("one came after {}, below the lower limit of {}", days_text(between.shortest),
                           days_text(judged.limits->lower));
    case Finding::below_limit:
        return fmt::format("one came after more than {}, the upper limit", days_text(judged.limits->upper));
    case Finding::run_above_mean:
        return fmt::format("{} in a row came sooner than the mean of {}", judged.run,
                           days_text(*judged.mean));
    case Finding::above_warning:
        return fmt::format("one came sooner than {}, two sigma under the mean",
                           days_text(judged.warning->lower));
    case Finding::below_warning:
        return fmt::format("one came later than {}, two sigma over the mean",
                           days_text(judged.warning->upper));
    case Finding::within_limits:
        return fmt::format("they came as chance has it about a mean of {}", days_text(*judged.mean));
    default:
        if (between.now == 0) return "none came in the period";
        return fmt::format("{} before, of {} that it takes", text::plural(between.before, "time"),
                           k_periods_before);
    }
}

} // namespace reklamaatio::report
