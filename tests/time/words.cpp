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

TEST_CASE("the nearest word is the one that was probably meant") {
    constexpr std::string_view k_known[] = {"today", "yesterday", "this-week", "last-week"};
    CHECK(nearest_word("yestreday", k_known) == "yesterday");
    CHECK(nearest_word("tody", k_known) == "today");
    CHECK(nearest_word("yes", k_known) == "yesterday");
    CHECK(nearest_word("lastweek", k_known) == "last-week");
    CHECK_FALSE(nearest_word("banana", k_known));
    CHECK_FALSE(nearest_word("", k_known));
    CHECK_FALSE(nearest_word(std::string(100'000, 'x'), k_known));
}

} // namespace reklamaatio::time::tests
