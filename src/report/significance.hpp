// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two figures differ by more than chance: two-sided, at the level of 5 %.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace reklamaatio::report {

// The 97.5 % quantile of the standard normal distribution.
inline constexpr double k_z = 1.959963984540054;

struct Bounds {
    double lower;
    double upper;
    bool excludes(double value) const { return value < lower || value > upper; }
};

// A share of a whole that is not 0.
struct Sampled {
    std::int64_t part;
    std::int64_t whole;
};

// The 95 % interval of a share. Wilson, E. B.: Probable Inference, the Law of Succession, and Statistical Inference.
// Journal of the American Statistical Association 22 (1927), 209-212; without continuity correction.
Bounds wilson(Sampled share);

// The 95 % interval of the difference a - b of two independent shares, from the Wilson interval of each. Newcombe,
// R. G.: Interval Estimation for the Difference Between Independent Proportions. Statistics in Medicine 17 (1998),
// 873-890; method 10.
Bounds difference(Sampled a, Sampled b);

// The standard normal deviate by which the values of a are larger than those of b as a whole; nothing where one of them
// is empty, or all values are the same. Mann, H. B., Whitney, D. R.: On a Test of Whether One of Two Random Variables
// is Stochastically Larger than the Other. Annals of Mathematical Statistics 18 (1947), 50-60; with the correction for
// ties and for continuity as in Lehmann, E. L.: Nonparametrics (1975), section 1.4.
std::optional<double> rank_deviate(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b);

// How probable it is that two counts of events that occur by chance, equally often, differ at least so much: twice the
// smaller tail of the binomial distribution of a among a + b with the probability `share`, which is the part of a's
// time in the whole time; at most 1. Przyborowski, J., Wilenski, H.: Homogeneity of Results in Testing Samples from
// Poisson Series. Biometrika 31 (1940), 313-323.
double chance_of_counts(std::int64_t a, std::int64_t b, double share);

} // namespace reklamaatio::report
