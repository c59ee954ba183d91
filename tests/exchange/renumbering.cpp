// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/renumbering.hpp"

#include "complaint/id.hpp"

#include <map>
#include <random>

#include <doctest/doctest.h>

namespace reklamaatio::exchange::tests {

TEST_CASE("a number is known once it was added, and names the first that had it") {
    Renumbering<complaint::Id> numbers;
    CHECK_FALSE(numbers.find({1}));
    numbers.add({1}, {7});
    numbers.add({2}, {8});
    numbers.add({1}, {9});
    CHECK(numbers.find({1}) == complaint::Id{7});
    CHECK(numbers.find({2}) == complaint::Id{8});
    CHECK_FALSE(numbers.find({3}));
    CHECK_FALSE(numbers.find({0}));
}

TEST_CASE("whatever the order, it is a map that keeps what it had") {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Renumbering<complaint::Id> numbers;
        std::map<std::int64_t, std::int64_t> plain;
        std::int64_t theirs = 1;
        std::int64_t ours = 1;
        for (int i = 0; i < 300; ++i) {
            const auto roll = random() % 8;
            theirs = roll == 0 ? static_cast<std::int64_t>(random() % 400) : theirs + 1;
            ours = roll == 1 ? static_cast<std::int64_t>(random() % 900) : ours + 1;
            numbers.add({theirs}, {ours});
            plain.emplace(theirs, ours);
        }
        for (std::int64_t number = -1; number < 900; ++number) {
            const auto known = plain.find(number);
            const auto found = numbers.find({number});
            REQUIRE(found.has_value() == (known != plain.end()));
            if (found) REQUIRE(found->number == known->second);
        }
    }
}

} // namespace reklamaatio::exchange::tests
