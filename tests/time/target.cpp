// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/target.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {

TEST_CASE("targets are a whole number and a unit and are written as they were read") {
    struct Case {
        std::string_view text;
        Target target;
        bool working;
    };
    const Case cases[] = {
        {"30m", {30, Unit::minutes}, true},     {"4h", {4, Unit::hours}, true},
        {"2bd", {2, Unit::working_days}, true}, {"14d", {14, Unit::days}, false},
        {"8w", {8, Unit::weeks}, false},        {"99999h", {99999, Unit::hours}, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parse_target(c.text) == c.target);
        CHECK(to_string(c.target) == c.text);
        CHECK(counts_working_time(c.target) == c.working);
    }
    CHECK(parse_target("04h") == Target{4, Unit::hours});
}

TEST_CASE("blanks around a target say nothing") {
    CHECK(parse_target(" 4h\u00a0") == parse_target("4h"));
    CHECK(parse_target("\ufeff2bd") == parse_target("2bd"));
}

TEST_CASE("what is no target is refused with the right spelling") {
    struct Case {
        std::string_view text;
        std::string_view message;
    };
    const Case cases[] = {
        {"0h", "'0h' is not a length of time; write at least 1h"},
        {"00000000bd", "'00000000bd' is not a length of time; write at least 1bd"},
        {"1.5h", "'1.5h' is not a whole number; write it in a smaller unit, such as 90m for 1.5h"},
        {"1,5h", "'1,5h' is not a whole number; write it in a smaller unit, such as 90m for 1.5h"},
        {"h", "'h' has no number; write 4h, 2bd or 14d"},
        {"soon", "'soon' has no number; write 4h, 2bd or 14d"},
        {"4 h", "'4 h' has a blank in it; write 4h"},
        {"4 hours", "'4 hours' has a blank in it; write 4h"},
        {"2 working days", "'2 working days' has a blank in it; write 2m, 2h, 2bd, 2d or 2w"},
        {" 4\u00a0h ", "'4 h' has a blank in it; write 4h"},
        {"-4h", "'-4h' is negative; write 4h, 2bd or 14d"},
        {"+4h", "'+4h' has a sign; write 4h"},
        {"4x", "'x' in '4x' is not a unit; write 4m, 4h, 4bd, 4d or 4w"},
        {"4", "'4' has no unit; write 4m, 4h, 4bd, 4d or 4w"},
        {"4H", "'H' in '4H' is not a unit; write 4h"},
        {"4hours", "'hours' in '4hours' is not a unit; write 4h"},
        {"90min", "'min' in '90min' is not a unit; write 90m"},
        {"2days", "'days' in '2days' is not a unit; write 2d"},
        {"1h30m", "'1h30m' has two numbers; write it in one unit, such as 90m for 1h30m"},
        {"100000h", "'100000h' is too long; write at most 99999h"},
        {"99999999999999999999w", "'99999999999999999999w' is too long; write at most 99999w"},
        {"4h!", "'4h!' is not a length of time; write 4h, 2bd or 14d"},
        {"", "'' is not a length of time; write 4h, 2bd or 14d"},
    };
    for (const Case& c : cases)
        CHECK(error_of([&] { parse_target(c.text); }) == c.message);
}

} // namespace reklamaatio::time::tests
