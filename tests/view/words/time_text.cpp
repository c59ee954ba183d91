// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/time_text.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {

using time::tests::utc;

// Midnight between Monday and Tuesday is at 22:00 UTC in Helsinki, and in Warsaw an hour later.
TEST_CASE("a time in a sentence is said by the day of the one who reads it") {
    const auto helsinki = time::tests::zone("Europe/Helsinki");
    const auto warsaw = time::tests::zone("Europe/Warsaw");
    const auto at = utc("2026-01-12T22:30:00Z");
    const auto now = utc("2026-01-12T10:00:00Z");
    CHECK(day_and_time(now, helsinki)(at) == "tomorrow 00:30");
    CHECK(day_and_time(now, warsaw)(at) == "today 23:30");
    CHECK(day_and_time(utc("2026-01-20T10:00:00Z"), helsinki)(at) == "Tue 13 Jan 00:30");
}

TEST_CASE("in a column of dates no time is told by its day, and in a pipe none is told by the present") {
    const auto zone = time::tests::zone("Europe/Helsinki");
    const auto at = utc("2026-01-12T22:30:00Z");
    CHECK(stamped(at, zone, true)(at) == "13 Jan 00:30");
    CHECK(stamped(utc("2027-01-01T00:00:00Z"), zone, true)(at) == "13 Jan 2026 00:30");
    CHECK(stamped(at, zone, false)(at) == "2026-01-13 00:30");
    CHECK(absolute(zone)(at) == "2026-01-13 00:30");
    CHECK(iso_time(at) == "2026-01-12T22:30:00Z");
}

} // namespace reklamaatio::view::tests
