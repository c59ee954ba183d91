// SPDX-License-Identifier: GPL-3.0-or-later
// Whether something happens more often than it usually does: control charts of counts over varying volumes, and of the
// times between what is rare.
#pragma once

#include "complaint/word.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace reklamaatio::report {

// How often it happened in a period, and among how many. A volume is above zero.
struct Sample {
    std::int64_t count = 0;
    std::int64_t volume = 0;
    friend bool operator==(const Sample&, const Sample&) = default;
};

enum class Verdict { marginal, watch, systemic, not_enough };

constexpr auto vocabulary(Verdict) {
    return complaint::Words<4>{"a verdict", {"marginal", "watch", "systemic", "not enough to judge"}};
}

// What a verdict rests on. More and fewer are those of a count; of times between, more is sooner.
enum class Finding {
    above_limit,      // systemic: beyond three sigma
    below_limit,      //
    run_above_mean,   // systemic: eight in a row
    above_warning,    // watch: beyond two sigma
    below_warning,    //
    within_limits,    // marginal
    too_few_periods,  // not enough to judge: fewer than twelve before
    too_few_expected, //                      fewer than five to be expected
    too_few_intervals, //                      fewer than twelve times between before, all alike, or none in the period
    no_volume, //
    not_over,  //                      the period goes on
    not_whole  //                      it is a part of what is judged
};

Verdict verdict_of(Finding finding);

// What a judgement needs: periods, or times between, before the one that is judged; what is to be expected in that; and
// how many in a row lie on one side of the mean when there is a reason.
inline constexpr std::size_t k_periods_before = 12;
inline constexpr double k_fewest_expected = 5;
inline constexpr std::size_t k_run = 8;

struct Limits {
    double lower = 0;
    double upper = 0;
};

// All that happened over all volumes, ū = Σc / Σn. Nothing of no samples.
std::optional<double> mean_rate(std::span<const Sample> samples);

// Limits of the u-chart for a volume n: ū ± sigmas·√(ū/n), the lower one not below 0 (Montgomery, Introduction to
// Statistical Quality Control, chapter on control charts for nonconformities, variable sample size).
Limits rate_limits(double mean, std::int64_t volume, double sigmas);

// How many samples at the end, one after the other, have a rate above the mean.
std::size_t run_above(double mean, std::span<const Sample> samples);

// A period against those before it, the latest of which is last. Of more than k_periods_before the latest count.
struct RateJudgement {
    Finding finding = Finding::within_limits;
    std::optional<double> mean; // of those before
    std::optional<Limits> limits, warning;
    std::optional<double> expected; // in the period
    std::size_t run = 0;            // of the period and those before it
};
RateJudgement judge_rate(std::span<const Sample> before, const Sample& period);

// Of the times between rare events, in the order in which they ended; in any unit. They are raised to 1/3.6, which makes
// exponential times nearly normal (Nelson, A control chart for parts-per-million nonconforming items, Journal of Quality
// Technology 26, 1994), and judged as individuals: mean ± sigmas·MR/1.128, where MR is the mean moving range.
struct TimeJudgement {
    Finding finding = Finding::within_limits;
    std::optional<double> mean;    // of those before, in the unit of the times
    std::optional<Limits> limits;  // likewise
    std::optional<Limits> warning; // likewise
    std::size_t run = 0;           // shorter than the mean, at the end
};
// `now` are those that ended in the period. Times of 0 lie on the side of the short ones, but none of them alone
// is a reason: many files know only the day.
TimeJudgement judge_times(std::span<const double> before, std::span<const double> now);

} // namespace reklamaatio::report
