// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/volume.hpp"

#include "complaint/error.hpp"

#include <array>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

const time::Instant k_now{time::Seconds{1795003200}}; // 2026-11-18T08:00:00Z, a Wednesday

std::string period(std::string_view text) {
    return parse_volume_period(text, k_now, *time::Zone::named("Europe/Helsinki"));
}

} // namespace

TEST_CASE("a volume is a whole number above zero, however its digits are grouped") {
    CHECK(parse_volume("134000") == 134000);
    CHECK(parse_volume(" 134\u00a0000 ") == 134000);
    CHECK(parse_volume("1 234 567") == 1234567);
    CHECK(parse_volume("1000000000000") == k_most_volume);
    for (const auto* text :
         {"", "0", "-5", "+5", "1.5", "134,000", "1e3", "many", "1000000000001", "99999999999999999999"})
        CHECK_THROWS_AS(parse_volume(text), BadValue);
}

TEST_CASE("a volume is of one day, week, month, quarter or year") {
    CHECK(period("2026-10") == "2026-10");
    CHECK(period("2026-W43") == "2026-W43");
    CHECK(period("2026-Q3") == "2026-Q3");
    CHECK(period("2026-10-05") == "2026-10-05");
    CHECK(period("2026") == "2026");
    CHECK(period("last-month") == "2026-10");
    CHECK(period("yesterday") == "2026-11-17");
    CHECK(period("2026-07..2026-09") == "2026-Q3");
    for (const auto* text : {"2026-10..2026-11", "2026-10-05..2026-10-06", "october", "", "2026-13"})
        CHECK_THROWS_AS(period(text), BadValue);
}

TEST_CASE("what a volume is of is read back as it is written") {
    for (const auto& of : {VolumeOf{"2026-10", "", ""}, VolumeOf{"2026-W43", "product", "Sofa Aalto"},
                           VolumeOf{"2026", "shop_name", "a=b c = d"}})
        CHECK(volume_of_text(text_of(of)) == of);
    CHECK(text_of({"2026-10", "product", "Sofa Aalto"}) == "2026-10 product=Sofa Aalto");
    CHECK_FALSE(volume_of_text("2026-10 Sofa"));
}

} // namespace reklamaatio::complaint::tests
