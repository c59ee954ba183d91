// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/effort.hpp"

#include "time/target.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::time::tests {

namespace {

std::string error_of(std::string_view text) {
    try {
        parse_effort(text);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("work is told in minutes, in hours, or in both") {
    CHECK(parse_effort("15m").count() == 15);
    CHECK(parse_effort("2h").count() == 120);
    CHECK(parse_effort("1h30m").count() == 90);
    CHECK(parse_effort("90m").count() == 90);
    CHECK(parse_effort("0h05m").count() == 5);
    CHECK(parse_effort(" 1h30m ").count() == 90);
    CHECK(parse_effort("24h").count() == 1440);
    CHECK(parse_effort("1440m").count() == 1440);
    CHECK(parse_effort("1H5M").count() == 65);
}

TEST_CASE("what is no length of work is refused with the right spelling") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"0m", "'0m' is no time at all; write at least 1m"},
        {"0h0m", "'0h0m' is no time at all; write at least 1m"},
        {"24h1m", "'24h1m' is more than a day; write at most 24h"},
        {"1441m", "'1441m' is more than a day; write at most 24h"},
        {"99999h", "'99999h' is more than a day; write at most 24h"},
    };
    for (const Case& c : cases)
        CHECK(error_of(c.text) == c.message);
    for (const auto* text : {"", "15", "m", "-15m", "+15m", "1.5h", "1,5h", "1d", "1bd", "30m1h", "1h30",
                             "1h 30m", "15min", "100000m", "soon"})
        CHECK(error_of(text)
              == fmt::format(
                  "'{}' is not how long work took; write hours and minutes, such as 15m, 2h or 1h30m", text));
}

TEST_CASE("a sum of work is told in hours, never in days") {
    using std::chrono::minutes;
    CHECK(display_effort(minutes{0}) == "0 min");
    CHECK(display_effort(minutes{59}) == "59 min");
    CHECK(display_effort(minutes{90}) == "1 h 30 min");
    CHECK(display_effort(minutes{1565}) == "26 h 5 min");
    CHECK(display_effort(minutes{-20}) == "-20 min");
}

} // namespace reklamaatio::time::tests
