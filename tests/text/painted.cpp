// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/painted.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::text::tests {

TEST_CASE("colours take no columns") {
    CHECK(width_of_painted("") == 0);
    CHECK(width_of_painted("kiuas") == 5);
    CHECK(width_of_painted("\x1b[31mkiuas\x1b[0m") == 5);
    CHECK(width_of_painted("a\x1b[1;31mää\x1b[0mb") == 4);
    CHECK(width_of_painted("\x1b[31m壊れた\x1b[0m 🔥") == 9);
}

TEST_CASE("a sequence that never ends takes the rest") {
    CHECK(width_of_painted("ab\x1b[31") == 2);
}

} // namespace reklamaatio::text::tests
