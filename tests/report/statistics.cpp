// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statistics.hpp"

#include "text/random_text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using time::Seconds;
using Lengths = std::vector<Seconds>;

// By the definition: the smallest value that at least that share of all values do not exceed.
std::optional<Seconds> by_definition(const Lengths& values, int percent) {
    std::optional<Seconds> best;
    for (const Seconds candidate : values) {
        const auto not_above = std::ranges::count_if(values, [&](Seconds v) { return v <= candidate; });
        if (not_above * 100 < percent * static_cast<std::int64_t>(values.size())) continue;
        if (!best || candidate < *best) best = candidate;
    }
    return best;
}

Lengths lengths(std::initializer_list<int> values) {
    Lengths made;
    for (const int value : values)
        made.emplace_back(value);
    return made;
}

std::optional<Seconds> rank(Lengths values, int percent) {
    return nearest_rank(values, percent);
}

} // namespace

TEST_CASE("percentiles are values that occurred") {
    CHECK(rank(lengths({5}), 50) == Seconds{5});
    CHECK(rank(lengths({5}), 90) == Seconds{5});
    CHECK(rank(lengths({1, 2}), 50) == Seconds{1});
    CHECK(rank(lengths({3, 1, 2}), 50) == Seconds{2});
    CHECK(rank(lengths({4, 3, 2, 1}), 50) == Seconds{2});
    CHECK(rank(lengths({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 90) == Seconds{9});
    CHECK(rank(lengths({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}), 90) == Seconds{10});
    CHECK(rank(lengths({1, 2, 3}), 100) == Seconds{3});
    CHECK(rank(lengths({7, 7, 7, 1}), 50) == Seconds{7});
    CHECK_FALSE(rank({}, 50));
}

TEST_CASE("percentiles are those of the definition") {
    using reklamaatio::tests::below;
    reklamaatio::tests::Random random(71);
    for (int i = 0; i < 400; ++i) {
        Lengths values;
        for (std::size_t n = 1 + below(random, 60); n > 0; --n)
            values.emplace_back(below(random, 40));
        for (const int percent : {1, 25, 50, 75, 90, 99, 100}) {
            CAPTURE(percent);
            CAPTURE(values.size());
            REQUIRE(rank(values, percent) == by_definition(values, percent));
        }
    }
}

TEST_CASE("a ninetieth percentile of fewer than ten values says nothing") {
    Lengths values;
    for (int n = 1; n <= 12; ++n) {
        values.emplace_back(n);
        Lengths copy = values;
        CAPTURE(n);
        CHECK(p90(copy).has_value() == (n >= 10));
    }
    Lengths none;
    CHECK_FALSE(p90(none));
}

} // namespace reklamaatio::report::tests
