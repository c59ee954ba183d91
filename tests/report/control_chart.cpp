// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/control_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using Samples = std::vector<Sample>;

// As often as 10 among 1000, twelve times over.
Samples steady() {
    return Samples(k_periods_before, {10, 1000});
}

Finding found(const Samples& before, const Sample& period) {
    return judge_rate(before, period).finding;
}

struct Printed {
    std::int64_t volume, count;
    double lower, upper;
};

void check_chart(std::span<const Printed> rows, double mean, double tolerance) {
    Samples samples;
    for (const auto& row : rows)
        samples.push_back({row.count, row.volume});
    CHECK(*mean_rate(samples) == doctest::Approx(mean).epsilon(1e-3));
    for (const auto& row : rows) {
        CAPTURE(row.volume);
        const auto limits = rate_limits(*mean_rate(samples), row.volume, 3);
        CHECK(limits.lower - row.lower < tolerance);
        CHECK(row.lower - limits.lower < tolerance);
        CHECK(limits.upper - row.upper < tolerance);
        CHECK(row.upper - limits.upper < tolerance);
    }
}

} // namespace

// Blemishes of fibreglass baths made on 25 days, with the limits as they are printed, to within two thousandths: figure 17-2-1 of a course of
// statistics (scribd.com/document/224660942), 300 blemishes of 1982 tubs.
TEST_CASE("a u-chart of blemishes has the limits that were printed") {
    constexpr std::array<Printed, 25> k_days{
        {{87, 13, .026, .276}, {73, 18, .015, .287}, {64, 11, .005, .297}, {87, 18, .026, .276},
         {81, 10, .021, .281}, {87, 10, .026, .276}, {80, 8, .021, .281},  {71, 13, .013, .289},
         {96, 9, .032, .270},  {74, 11, .015, .287}, {82, 13, .022, .280}, {74, 9, .015, .287},
         {66, 12, .008, .294}, {64, 11, .005, .297}, {78, 13, .019, .283}, {78, 8, .019, .283},
         {98, 11, .033, .269}, {67, 10, .009, .293}, {77, 16, .018, .284}, {87, 7, .026, .276},
         {85, 13, .025, .277}, {96, 14, .032, .270}, {73, 13, .016, .286}, {71, 11, .014, .288},
         {84, 18, .024, .278}}};
    check_chart(k_days, 300.0 / 1982, 0.0025);
}

// Nonconformities in ten rolls of dyed cloth, in tenths of a unit of 50 square metres so that volumes are whole
// (Montgomery, Introduction to Statistical Quality Control, second edition, pages 183 and 184): ū is 1.42 a unit, and the
// limits of a roll of 10 units 0.29 and 2.56.
TEST_CASE("a u-chart of dyed cloth has the limits that were printed") {
    constexpr std::array<Sample, 10> k_rolls{{{14, 100},
                                              {12, 80},
                                              {20, 130},
                                              {11, 100},
                                              {7, 95},
                                              {10, 100},
                                              {21, 120},
                                              {16, 105},
                                              {19, 120},
                                              {23, 125}}};
    const auto mean = *mean_rate(k_rolls);
    CHECK(mean * 10 == doctest::Approx(1.42).epsilon(0.003));
    const auto limits = rate_limits(mean, 100, 3);
    CHECK(limits.lower * 10 == doctest::Approx(0.29).epsilon(0.01));
    CHECK(limits.upper * 10 == doctest::Approx(2.56).epsilon(0.003));
}

// Of 120 expected sqrt(120) is 10.95, of 10 it is 3.162: two sigma end at 16.32 and 3.68, three at 19.49 and 0.51.
TEST_CASE("a rate beyond two sigma is watched, and beyond three it is systemic") {
    CHECK(found(steady(), {10, 1000}) == Finding::within_limits);
    CHECK(found(steady(), {16, 1000}) == Finding::within_limits);
    CHECK(found(steady(), {17, 1000}) == Finding::above_warning);
    CHECK(found(steady(), {19, 1000}) == Finding::above_warning);
    CHECK(found(steady(), {20, 1000}) == Finding::above_limit);
    CHECK(found(steady(), {4, 1000}) == Finding::within_limits);
    CHECK(found(steady(), {3, 1000}) == Finding::below_warning);
    CHECK(found(steady(), {1, 1000}) == Finding::below_warning);
    CHECK(found(steady(), {0, 1000}) == Finding::below_limit);
}

// 25 among 2500 is what was expected; 40 is three sigma of 5, and not beyond them.
TEST_CASE("a rate on a limit is within it") {
    CHECK(found(steady(), {40, 2500}) == Finding::above_warning);
    CHECK(found(steady(), {41, 2500}) == Finding::above_limit);
    CHECK(found(steady(), {35, 2500}) == Finding::within_limits);
    CHECK(found(steady(), {36, 2500}) == Finding::above_warning);
    CHECK(found(steady(), {10, 2500}) == Finding::below_warning);
    CHECK(found(steady(), {9, 2500}) == Finding::below_limit);
}

TEST_CASE("eight in a row above the mean are systemic, seven are not") {
    // 5 times 7 and 7 times 12 are 119 of 12000.
    Samples before(5, {7, 1000});
    before.insert(before.end(), 7, {12, 1000});
    CHECK(judge_rate(before, {12, 1000}).run == 8);
    CHECK(found(before, {12, 1000}) == Finding::run_above_mean);
    before[5].count = 9; // now six of them, of 116
    CHECK(judge_rate(before, {12, 1000}).run == 7);
    CHECK(found(before, {12, 1000}) == Finding::within_limits);
}

TEST_CASE("a run ends with a period that is on the mean or below it") {
    Samples before(5, {7, 1000});
    before.insert(before.end(), 7, {12, 1000});
    CHECK(judge_rate(before, {9, 1000}).run == 0);
    CHECK(found(before, {9, 1000}) == Finding::within_limits);
    CHECK(judge_rate(steady(), {10, 1000}).run == 0);
}

TEST_CASE("what is beyond the limits weighs more than a run") {
    Samples before(5, {7, 1000});
    before.insert(before.end(), 7, {12, 1000});
    CHECK(found(before, {40, 1000}) == Finding::above_limit);
}

TEST_CASE("fewer than twelve periods before are not enough") {
    Samples before(11, {10, 1000});
    const auto judged = judge_rate(before, {90, 1000});
    CHECK(judged.finding == Finding::too_few_periods);
    CHECK(*judged.mean == doctest::Approx(0.01));
    CHECK_FALSE(judged.limits);
    CHECK_FALSE(judge_rate({}, {1, 10}).mean);
}

TEST_CASE("of more than twelve periods the latest twelve count") {
    Samples before{{900, 1000}};
    for (const auto& each : steady())
        before.push_back(each);
    CHECK(*judge_rate(before, {10, 1000}).mean == doctest::Approx(0.01));
}

TEST_CASE("fewer than five to be expected are not enough") {
    CHECK(found(steady(), {9, 499}) == Finding::too_few_expected);
    CHECK(found(steady(), {9, 500}) == Finding::within_limits);
    CHECK(found(Samples(k_periods_before, {0, 1000}), {3, 1000}) == Finding::too_few_expected);
}

// Times between failures of a valve (Montgomery, Introduction to Statistical Quality Control, sixth edition, example
// 7.6), whose 1/3.6th powers have the mean 5.39 and the mean moving range 2.36: worked out again in Python, from which
// the limits are in hours.
TEST_CASE("times between failures are judged on the scale on which they are nearly normal") {
    constexpr std::array<double, 20> k_hours{286,  948, 536, 124, 816, 729, 4,    143,  431,  8,
                                             2837, 596, 81,  227, 603, 492, 1199, 1214, 2831, 96};
    const auto judged = judge_times(k_hours, std::array{400.0});
    CHECK(*judged.mean == doctest::Approx(430.041));
    CHECK(judged.limits->lower == 0);
    CHECK(judged.limits->upper == doctest::Approx(6937.93));
    CHECK(judged.warning->lower == doctest::Approx(1.94661));
    CHECK(judged.warning->upper == doctest::Approx(3405.26));
    CHECK(judged.finding == Finding::within_limits);
}

TEST_CASE("a time that is too short is too often, and one that is too long is seldom") {
    // The powers are 2 and 3 in turn: the mean is 2.5, and a sigma 1/1.128.
    std::vector<double> before;
    for (int i = 0; i < 6; ++i)
        before.insert(before.end(), {std::pow(2, 3.6), std::pow(3, 3.6)});
    const auto at = [&](double power) {
        return judge_times(before, std::array{std::pow(power, 3.6)}).finding;
    };
    CHECK(at(2.5 - 1.9 / 1.128) == Finding::within_limits);
    CHECK(at(2.5 - 2.1 / 1.128) == Finding::above_warning);
    CHECK(at(2.5 + 2.1 / 1.128) == Finding::below_warning);
    CHECK(at(2.5 + 3.1 / 1.128) == Finding::below_limit);
    CHECK(at(0) == Finding::within_limits); // the same day
}

TEST_CASE("eight short times in a row are systemic, whenever the first of them was") {
    const std::vector<double> before{30, 9, 44, 25, 31, 4,
                                     9,  3, 10, 2,  8,  6}; // the mean of the powers is that of 11.3
    CHECK(judge_times(before, std::array{8.0}).finding == Finding::run_above_mean);
    CHECK(judge_times(before, std::array{8.0}).run == 8);
    CHECK(judge_times(before, std::array{30.0}).run == 0);
    CHECK(judge_times(before, std::array{30.0}).finding == Finding::within_limits);
}

TEST_CASE("times of a burst on one day count for a run") {
    const std::vector<double> before{20, 31, 14, 25, 40, 18, 22, 35, 12, 27, 21, 30};
    CHECK(judge_times(before, std::vector<double>(7, 0)).finding == Finding::within_limits);
    CHECK(judge_times(before, std::vector<double>(8, 0)).finding == Finding::run_above_mean);
}

TEST_CASE("fewer than twelve times before, or none now, are not enough") {
    const std::vector<double> before{20, 31, 14, 25, 40, 18, 22, 35, 12, 27, 30};
    CHECK(judge_times(before, std::array{1.0}).finding == Finding::too_few_intervals);
    CHECK(judge_times(std::vector<double>(12, 7), {}).finding == Finding::too_few_intervals);
}

TEST_CASE("times that never differed do not tell what chance is") {
    CHECK(judge_times(std::vector<double>(12, 7), std::array{1.0}).finding == Finding::too_few_intervals);
}

} // namespace reklamaatio::report::tests
