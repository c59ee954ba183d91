// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/written.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::time::tests {
namespace {

// "2026-11-21 14:05:33 +120": what was written, whether it exists or not.
std::string read(std::string_view text) {
    const auto written = read_written(text);
    if (!written) return "nothing";
    std::string told =
        fmt::format("{}-{:02}-{:02}", static_cast<int>(written->date.year()),
                    static_cast<unsigned>(written->date.month()), static_cast<unsigned>(written->date.day()));
    if (written->time)
        told +=
            fmt::format(" {}:{:02}:{:02}", written->time->hour, written->time->minute, written->time->second);
    if (written->has_fraction) told += " with fraction";
    if (written->offset) told += fmt::format(" {:+}", written->offset->count());
    return told;
}

} // namespace

TEST_CASE("a date is written in either order and alone or with a time") {
    CHECK(read("2026-11-21") == "2026-11-21");
    CHECK(read("21.11.2026") == "2026-11-21");
    CHECK(read("1.2.2026") == "2026-02-01");
    CHECK(read("2026-11-21T14:05") == "2026-11-21 14:05:00");
    CHECK(read("21.11.2026 9:05:33") == "2026-11-21 9:05:33");
    CHECK(read("21.11.2026 14.05") == "2026-11-21 14:05:00");
}

TEST_CASE("an offset has its sign before hours and perhaps minutes and is at most fifteen hours") {
    CHECK(read("2026-11-21T14:05Z") == "2026-11-21 14:05:00 +0");
    CHECK(read("2026-11-21T14:05+02") == "2026-11-21 14:05:00 +120");
    CHECK(read("2026-11-21 14:05:33+0530") == "2026-11-21 14:05:33 +330");
    CHECK(read("2026-11-21T14:05-03:30") == "2026-11-21 14:05:00 -210");
    CHECK(read("2026-11-21T14:05+15:59") == "2026-11-21 14:05:00 +959");
    for (const auto* bad : {"+16", "+2", "+02:", "+02:6", "+02:60", "02:00", "+02:00:00"})
        CHECK(read(fmt::format("2026-11-21T14:05{}", bad)) == "nothing");
}

TEST_CASE("a fraction of a second is seen however long it is and no digit of it counts") {
    CHECK(read("2026-11-21T14:05:33.5Z") == "2026-11-21 14:05:33 with fraction +0");
    CHECK(read("2026-11-21 14:05:33,123456789012") == "2026-11-21 14:05:33 with fraction");
    CHECK(read("2026-11-21 14:05:33.") == "nothing");
}

TEST_CASE("what does not exist is read and known not to exist") {
    for (const auto* text : {"2026-02-30", "2026-13-01", "2026-00-10", "2026-11-21 24:00", "2026-11-21 12:60",
                             "2026-11-21 12:00:60"}) {
        REQUIRE(read_written(text));
        CHECK_FALSE(read_written(text)->exists());
    }
    CHECK(read_written("2028-02-29 23:59:59")->exists());
    CHECK(read_written("2026-11-21")->local() == LocalTime{date("2026-11-21")});
    CHECK(read_written("2026-11-21 01:02:03")->local() == LocalTime{date("2026-11-21")} + Seconds{3723});
}

TEST_CASE("what is only like a date is nothing") {
    for (const auto* text :
         {"", "2026", "2026-1-2", "26-11-21", "2026-11-211", " 2026-11-21", "2026-11-21 ", "2026/11/21",
          "21.11.26", "2026-11-21  14:05", "2026-11-21 14", "2026-11-21 1405", "2026-11-21 14:5",
          "2026-11-21 14.05.33x", "2026-11-21 14:05 +02"})
        CHECK(read(text) == "nothing");
}

} // namespace reklamaatio::time::tests
