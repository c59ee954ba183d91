// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plugin_range.hpp"

#include "host/failure.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {

// The table of examples in the Monitoring Plugins Development Guidelines, and the ends of each range.
TEST_CASE("a range alerts outside of it, and one with @ inside") {
    struct Case {
        const char* range;
        std::vector<std::int64_t> quiet;
        std::vector<std::int64_t> alerting;
    };
    const Case cases[] = {
        {"10", {0, 5, 10}, {-1, 11}},
        {"10:", {10, 11, 1'000'000}, {9, 0, -10}},
        {"~:10", {-1'000'000, 0, 10}, {11}},
        {"10:20", {10, 15, 20}, {9, 21}},
        {"@10:20", {9, 21}, {10, 15, 20}},
        {"@5", {6, -1}, {0, 5}},
        {"0", {0}, {1, -1}},
        {"-5:5", {-5, 0, 5}, {-6, 6}},
        {"~:", {-9, 0, 9}, {}},
        {"1.5:2.5", {2}, {1, 3}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.range);
        const auto range = parse_plugin_range("--warning", c.range);
        CHECK(range.text == c.range);
        for (const auto value : c.quiet)
            CHECK_FALSE(range.alerts(value));
        for (const auto value : c.alerting)
            CHECK(range.alerts(value));
    }
}

TEST_CASE("what is no range is refused with the name of the option") {
    for (const char* text : {"", ":", "x", "5:2", "1:x", "@", "10:20:30", "~", "1,5", " 1", "1 ", "0x10",
                             "1e3", "nan", "--", "@@1:2", ":5"}) {
        CAPTURE(std::string_view(text));
        CHECK_THROWS_AS(parse_plugin_range("--critical", text), host::UsageError);
    }
}

} // namespace reklamaatio::cli::tests
