// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/plural.hpp"

#include <cstdint>

#include <doctest/doctest.h>

namespace reklamaatio::text::tests {

TEST_CASE("only one is one") {
    CHECK(plural(0, "row") == "0 rows");
    CHECK(plural(1, "row") == "1 row");
    CHECK(plural(2, "working day") == "2 working days");
    CHECK(plural(std::size_t{21}, "row") == "21 rows");
    CHECK(plural(std::int64_t{1}, "day") == "1 day");
}

TEST_CASE("words that take no s are given both ways") {
    CHECK(one_or_many(1, "was", "were") == "was");
    CHECK(one_or_many(std::size_t{0}, "was", "were") == "were");
}

} // namespace reklamaatio::text::tests
