// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/surge.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {
namespace {

// From the other end, and by another formula: P(X > k), each term from the gamma function.
long double poisson_beyond(std::int64_t k, long double mean) {
    long double sum = 0;
    const auto farthest = static_cast<std::int64_t>(mean) + k + 2000;
    for (std::int64_t i = farthest; i > k; --i) {
        const auto n = static_cast<long double>(i);
        sum += std::exp(n * std::log(mean) - mean - std::lgamma(n + 1));
    }
    return sum;
}

} // namespace

TEST_CASE("the distribution agrees with figures that were computed to sixty digits") {
    CHECK(poisson_up_to(0, 2) == doctest::Approx(0.135335283236612691).epsilon(1e-14));
    CHECK(poisson_up_to(4, 1) == doctest::Approx(0.996340153172656287).epsilon(1e-14));
    CHECK(poisson_up_to(12, 5) == doctest::Approx(0.997981148372562965).epsilon(1e-14));
    CHECK(poisson_up_to(1000, 1000) == doctest::Approx(0.508409367168505991).epsilon(1e-10));
    CHECK(poisson_up_to(-1, 5) == 0);
    CHECK(poisson_up_to(0, 0) == 1);
}

TEST_CASE("the upper limit is the smallest count that chance explains with 99.9 percent") {
    struct Case {
        double mean;
        std::int64_t limit;
    };
    // Computed with sixty digits.
    const Case cases[] = {{0, 0},   {0.001, 0}, {0.01, 1},  {0.0179, 1},  {0.05, 2},   {0.1, 2}, {0.25, 3},
                          {0.5, 4}, {1, 5},     {1.5, 6},   {2, 8},       {3, 10},     {5, 13},  {10, 21},
                          {20, 35}, {57.3, 82}, {100, 132}, {1000, 1099}, {2500, 2656}};
    for (const auto& [expected, limit] : cases) {
        const auto& mean = expected;
        CAPTURE(mean);
        CHECK(upper_poisson_limit(mean) == limit);
    }
}

TEST_CASE("whatever the mean, the limit is where the tail from the other end says") {
    for (int i = 1; i <= 400; ++i) {
        const double mean = 0.007 * i * i;
        CAPTURE(mean);
        const auto limit = upper_poisson_limit(mean);
        CHECK(poisson_beyond(limit, mean) <= 0.001L + 1e-12L);
        if (limit > 0) CHECK(poisson_beyond(limit - 1, mean) > 0.001L - 1e-12L);
        CHECK(static_cast<double>(poisson_beyond(limit, mean)) + poisson_up_to(limit, mean)
              == doctest::Approx(1.0).epsilon(1e-10));
    }
}

} // namespace reklamaatio::rulebook::tests
