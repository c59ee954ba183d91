// SPDX-License-Identifier: GPL-3.0-or-later
// Against published tables, and figures of scipy 1.10.1 where it says so.
#include "report/significance.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

void check(const Bounds& found, double lower, double upper, double within = 0.00005) {
    CHECK(std::abs(found.lower - lower) <= within);
    CHECK(std::abs(found.upper - upper) <= within);
}

void check_near(double found, double expected) {
    CHECK(std::abs(found - expected) <= 1e-9 * std::max(1.0, std::abs(expected)));
}

} // namespace

// Newcombe, R. G.: Two-Sided Confidence Intervals for the Single Proportion. Statistics in Medicine 17 (1998), 857-872,
// table I, method 3.
TEST_CASE("the interval of a share is Wilson's") {
    check(wilson({81, 263}), 0.2553, 0.3662);
    check(wilson({15, 148}), 0.0624, 0.1605);
    check(wilson({0, 20}), 0.0, 0.1611);
    check(wilson({1, 29}), 0.0061, 0.1718);
    check(wilson({20, 20}), 0.8389, 1.0);
}

// Newcombe 1998, 873-890, table II, method 10.
TEST_CASE("the interval of a difference of shares is Newcombe's") {
    check(difference({56, 70}, {48, 80}), 0.0524, 0.3339);
    check(difference({9, 10}, {3, 10}), 0.1705, 0.8090);
    check(difference({6, 7}, {2, 7}), 0.0582, 0.8062);
    check(difference({5, 56}, {0, 29}), -0.0381, 0.1926);
    check(difference({0, 10}, {0, 20}), -0.1611, 0.2775);
    check(difference({0, 10}, {0, 10}), -0.2775, 0.2775);
    check(difference({10, 10}, {0, 20}), 0.6791, 1.0);
    check(difference({10, 10}, {0, 10}), 0.6075, 1.0);
}

TEST_CASE("a difference turned round has its interval turned round") {
    const auto one = difference({9, 10}, {3, 10});
    check(difference({3, 10}, {9, 10}), -one.upper, -one.lower, 1e-12);
    CHECK(one.excludes(0));
    CHECK_FALSE(difference({5, 56}, {0, 29}).excludes(0));
}

// r = scipy.stats.mannwhitneyu(a, b, method="asymptotic"): norm.isf(r.pvalue / 2), with the sign of r.statistic - nm / 2.
// The first is the example of scipy's manual (p = 0.1113).
TEST_CASE("values are compared by their ranks") {
    check_near(*rank_deviate({19, 22, 16, 29, 24}, {20, 11, 17, 12}), 1.592168332809066);
    check_near(*rank_deviate({1, 2, 3, 4, 5}, {3, 4, 5, 6, 7}), -1.5811388300841898);
    check_near(*rank_deviate({7, 7, 7, 7, 7, 9}, {7, 7, 7, 7, 7, 7, 1, 1, 1}), 1.749669280919281);
    check_near(*rank_deviate({3, 3, 3}, {3, 3, 4}), -0.6666666666666666);
    std::vector<std::int64_t> even, shifted;
    for (int i = 0; i < 20; ++i) {
        even.push_back(2 * i);
        shifted.push_back(2 * i + 10);
    }
    check_near(*rank_deviate(even, shifted), -2.355015235416069);
    check_near(*rank_deviate(shifted, even), 2.355015235416069);
}

TEST_CASE("values that are all the same, or that are not there, tell nothing") {
    CHECK_FALSE(rank_deviate({4, 4}, {4, 4, 4}));
    CHECK_FALSE(rank_deviate({}, {1, 2}));
    CHECK_FALSE(rank_deviate({1, 2}, {}));
    CHECK(rank_deviate({1, 3}, {2, 2}) == 0.0); // no more above than below
}

// min(1, 2 * min(binom.sf(a - 1, a + b, share), binom.cdf(a, a + b, share))) of scipy.stats
TEST_CASE("counts are compared as counts of chance events") {
    check_near(chance_of_counts(10, 20, 0.5), 0.09873714670538905);
    check_near(chance_of_counts(30, 50, 0.5), 0.03299261842647619);
    check_near(chance_of_counts(0, 10, 0.5), 0.001953125);
    check_near(chance_of_counts(12, 3, 31.0 / 61.0), 0.040990062433722774);
    check_near(chance_of_counts(100, 140, 0.5), 0.01166409231767769);
    check_near(chance_of_counts(1000, 1100, 0.5), 0.030720707864242486);
    check_near(chance_of_counts(7, 2, 0.3), 0.008581787999999998);
    CHECK(chance_of_counts(5, 5, 0.5) == 1.0);
    CHECK(chance_of_counts(0, 0, 0.5) == 1.0);
    check_near(chance_of_counts(20, 10, 0.5), chance_of_counts(10, 20, 0.5));
}

} // namespace reklamaatio::report::tests
