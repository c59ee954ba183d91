// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/words.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

TEST_CASE("weekdays and months are known by their names and first three letters") {
    CHECK(weekday_named("FRIDAY") == std::chrono::Friday);
    CHECK(weekday_named("sun") == std::chrono::Sunday);
    CHECK_FALSE(weekday_named("frida"));
    CHECK_FALSE(weekday_named(""));
    CHECK(month_named("nov") == std::chrono::November);
    CHECK(month_named("May") == std::chrono::May);
    CHECK_FALSE(month_named("marraskuu"));
    CHECK(name_of(std::chrono::Sunday) == "Sunday");
    CHECK(name_of(std::chrono::December) == "December");
}

} // namespace reklamaatio::time::tests
