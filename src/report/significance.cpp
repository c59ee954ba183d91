// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/significance.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reklamaatio::report {

namespace {

double ratio(Sampled share) {
    return static_cast<double>(share.part) / static_cast<double>(share.whole);
}

// Of all values together, in order.
struct Ranked {
    std::int64_t value;
    bool is_of_a;
};

std::vector<Ranked> in_order(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
    std::vector<Ranked> all;
    all.reserve(a.size() + b.size());
    for (const auto value : a)
        all.push_back({value, true});
    for (const auto value : b)
        all.push_back({value, false});
    std::ranges::sort(all, {}, &Ranked::value);
    return all;
}

// The sum of the ranks of a, of which those that are the same have their mean; and the sum of t^3 - t over the numbers t
// of values that are the same.
std::pair<double, double> rank_sum(const std::vector<Ranked>& all) {
    double sum = 0;
    double ties = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        double of_a = 0;
        for (; end < all.size() && all[end].value == all[begin].value; ++end)
            of_a += all[end].is_of_a ? 1 : 0;
        const auto same = static_cast<double>(end - begin);
        sum += of_a * (static_cast<double>(begin + 1 + end) / 2);
        ties += same * same * same - same;
        begin = end;
    }
    return {sum, ties};
}

double log_binomial(double k, double n, double p) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p)
           + (n - k) * std::log1p(-p);
}

// P(X >= k): from k upwards, until what is left adds nothing.
double upper_tail(std::int64_t k, std::int64_t n, double p) {
    const auto all = static_cast<double>(n);
    if (static_cast<double>(k) <= all * p) { // the long tail by way of the short one
        double below = 0;
        for (std::int64_t i = k - 1; i >= 0; --i) {
            const double term = std::exp(log_binomial(static_cast<double>(i), all, p));
            below += term;
            if (term < below * 1e-17) break;
        }
        return 1 - below;
    }
    double sum = 0;
    for (std::int64_t i = k; i <= n; ++i) {
        const double term = std::exp(log_binomial(static_cast<double>(i), all, p));
        sum += term;
        if (term < sum * 1e-17) break;
    }
    return sum;
}

} // namespace

Bounds wilson(Sampled share) {
    const auto n = static_cast<double>(share.whole);
    const double p = ratio(share);
    const double square = k_z * k_z;
    const double centre = 2 * n * p + square;
    const double reach = k_z * std::sqrt(square + 4 * n * p * (1 - p));
    const double scale = 2 * (n + square);
    return {std::max((centre - reach) / scale, 0.0), std::min((centre + reach) / scale, 1.0)};
}

Bounds difference(Sampled a, Sampled b) {
    const double between = ratio(a) - ratio(b);
    const auto [lower_a, upper_a] = wilson(a);
    const auto [lower_b, upper_b] = wilson(b);
    return {between - std::hypot(ratio(a) - lower_a, upper_b - ratio(b)),
            between + std::hypot(upper_a - ratio(a), ratio(b) - lower_b)};
}

std::optional<double> rank_deviate(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    const double all = n + m;
    if (n == 0 || m == 0) return std::nullopt;
    const auto [sum, ties] = rank_sum(in_order(a, b));
    const double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
    if (variance <= 0) return std::nullopt;
    const double above = sum - n * (n + 1) / 2 - n * m / 2;
    const double corrected = std::copysign(std::max(std::abs(above) - 0.5, 0.0), above);
    return corrected / std::sqrt(variance);
}

double chance_of_counts(std::int64_t a, std::int64_t b, double share) {
    const double upper = upper_tail(a, a + b, share);
    const double lower = upper_tail(b, a + b, 1 - share);
    return std::min(2 * std::min(upper, lower), 1.0);
}

} // namespace reklamaatio::report
