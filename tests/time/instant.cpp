// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/instant.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

TEST_CASE("instants are written in UTC to the second and read back") {
    struct Case {
        long long seconds;
        std::string_view text;
    };
    const Case cases[] = {
        {0, "1970-01-01T00:00:00Z"},
        {-1, "1969-12-31T23:59:59Z"},
        {1'795'262'707, "2026-11-21T12:05:07Z"},
        {951'782'400, "2000-02-29T00:00:00Z"},
        {-62'167'219'200, "0000-01-01T00:00:00Z"},
        {253'402'300'799, "9999-12-31T23:59:59Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Instant instant{Seconds{c.seconds}};
        CHECK(to_iso(instant) == c.text);
        CHECK(from_iso(c.text) == instant);
    }
}

TEST_CASE("what is not exactly our form of an instant is not read") {
    for (const std::string_view text : {"",
                                        "2026-11-21",
                                        "2026-11-21T12:05Z",
                                        "2026-11-21 12:05:00Z",
                                        "2026-11-21T12:05:00",
                                        "2026-11-21T12:05:00z",
                                        "2026-11-21t12:05:00Z",
                                        "2026-11-21T12:05:00+00:00",
                                        "2026-11-21T12:05:00Z ",
                                        " 2026-11-21T12:05:00Z",
                                        "2026-11-21T24:00:00Z",
                                        "2026-11-21T12:60:00Z",
                                        "2026-11-21T12:05:60Z",
                                        "2026-02-29T12:05:00Z",
                                        "2026-13-01T12:05:00Z",
                                        "2026-00-01T12:05:00Z",
                                        "2026-01-00T12:05:00Z",
                                        "2026-1-021T12:05:00Z",
                                        "2026-11-21T1:005:00Z",
                                        "-026-11-21T12:05:00Z",
                                        "2026-11-21T12:05:+0Z",
                                        "2026/11/21T12:05:00Z"}) {
        CAPTURE(text);
        CHECK_FALSE(from_iso(text));
    }
}

TEST_CASE("dates are written with four figures of year and read back only when they exist") {
    for (const std::string_view text : {"2026-11-21", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        const auto read = date_from_iso(text);
        REQUIRE(read);
        CHECK(to_iso(*read) == text);
    }
    for (const std::string_view text : {"", "2026-11-2", "2026-02-29", "1900-02-29", "2026-11-21 ",
                                        "20261121", "2026-11-21T00:00:00Z", "26-11-21"}) {
        CAPTURE(text);
        CHECK_FALSE(date_from_iso(text));
    }
}

} // namespace reklamaatio::time::tests
