// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/zone.hpp"

#include "time/builders.hpp"
#include "time/clock.hpp"
#include "time/zone_table.hpp"

#include <filesystem>
#include <random>

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

LocalTime wall(std::string_view iso_date, int hour, int minute = 0) {
    return date(iso_date) + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

} // namespace

TEST_CASE("zones are found by their IANA name only") {
    CHECK(Zone::named("UTC")->name() == "UTC");
    CHECK(Zone::named("Europe/Helsinki")->name() == "Europe/Helsinki");
    CHECK(Zone::named("Etc/GMT+5"));
    CHECK(Zone::named("America/Port-au-Prince"));
    for (const std::string_view name :
         {"", "Europe/Helsinky", "Europe", "/usr/share/zoneinfo/UTC", "../zoneinfo/UTC", "libc:localtime",
          "localtime", "Fixed/UTC+01:00:00", "right/Europe/Helsinki", "file:UTC", "zone.tab",
          "Europe/Helsinki ", "+02:00"}) {
        CAPTURE(name);
        CHECK_FALSE(Zone::named(name));
    }
    CHECK_FALSE(Zone::named(std::string_view("UTC\0x", 5)));
}

TEST_CASE("wall-clock times are told apart: unique, skipped, repeated") {
    struct Case {
        std::string_view zone;
        LocalTime local;
        LocalKind kind;
        std::string_view instant;
    };
    const Case cases[] = {
        {"Europe/Helsinki", wall("2026-01-15", 12), LocalKind::unique, "2026-01-15T10:00:00Z"},
        {"Europe/Helsinki", wall("2026-07-15", 12), LocalKind::unique, "2026-07-15T09:00:00Z"},
        // 02:59 EET | 04:00 EEST: all that lies between becomes 04:00
        {"Europe/Helsinki", wall("2026-03-29", 2, 59), LocalKind::unique, "2026-03-29T00:59:00Z"},
        {"Europe/Helsinki", wall("2026-03-29", 3), LocalKind::skipped, "2026-03-29T01:00:00Z"},
        {"Europe/Helsinki", wall("2026-03-29", 3, 30), LocalKind::skipped, "2026-03-29T01:00:00Z"},
        {"Europe/Helsinki", wall("2026-03-29", 4), LocalKind::unique, "2026-03-29T01:00:00Z"},
        // 03:59 EEST | 03:00 EET: the first of the two
        {"Europe/Helsinki", wall("2026-10-25", 3), LocalKind::repeated, "2026-10-25T00:00:00Z"},
        {"Europe/Helsinki", wall("2026-10-25", 3, 59), LocalKind::repeated, "2026-10-25T00:59:00Z"},
        {"Europe/Helsinki", wall("2026-10-25", 4), LocalKind::unique, "2026-10-25T02:00:00Z"},
        // half an hour only
        {"Australia/Lord_Howe", wall("2026-10-04", 2, 15), LocalKind::skipped, "2026-10-03T15:30:00Z"},
        {"Australia/Lord_Howe", wall("2026-04-05", 1, 45), LocalKind::repeated, "2026-04-04T14:45:00Z"},
        // a day that Samoa never had
        {"Pacific/Apia", wall("2011-12-30", 12), LocalKind::skipped, "2011-12-30T10:00:00Z"},
        // midnight skipped in Brazil
        {"America/Sao_Paulo", wall("2017-10-15", 0), LocalKind::skipped, "2017-10-15T03:00:00Z"},
        {"Asia/Kathmandu", wall("2026-01-01", 0), LocalKind::unique, "2025-12-31T18:15:00Z"},
        // long after the last entry of the zone file: by its rule
        {"Europe/Helsinki", wall("2099-07-01", 12), LocalKind::unique, "2099-07-01T09:00:00Z"},
        {"UTC", wall("0000-01-01", 0), LocalKind::unique, "0000-01-01T00:00:00Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.zone);
        CAPTURE(c.instant);
        const Resolved resolved = zone(c.zone).resolve(c.local);
        CHECK(resolved.kind == c.kind);
        CHECK(to_iso(resolved.instant) == c.instant);
        if (c.kind != LocalKind::skipped) CHECK(zone(c.zone).to_local(resolved.instant) == c.local);
    }
}

TEST_CASE(
    "the table of a zone file tells the same as the whole zone until it ends, and then its rule holds") {
    std::mt19937_64 random(5);
    std::uniform_int_distribution<std::int64_t> seconds(0, 80LL * 366 * 86400); // 1970 to 2050
    int zones_with_table = 0;
    for (const std::string name : {"Europe/Helsinki", "Europe/Warsaw", "Europe/Dublin", "America/New_York",
                                   "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Chatham",
                                   "America/Santiago", "Asia/Tokyo", "Pacific/Apia", "America/Nuuk"}) {
        CAPTURE(name);
        absl::TimeZone whole;
        REQUIRE(absl::LoadTimeZone(name, &whole));
        if (load_zone_table(name)) ++zones_with_table;
        const Zone zone = *Zone::named(name);
        for (int i = 0; i < 2000; ++i) {
            const Instant instant{Seconds{seconds(random)}};
            const auto shown = whole.At(absl::FromUnixSeconds(instant.time_since_epoch().count()));
            const LocalTime local{Seconds{shown.cs - absl::CivilSecond()}};
            CHECK(zone.to_local(instant) == local);
            CHECK(zone.resolve(local).instant.time_since_epoch().count()
                  == absl::ToUnixSeconds(whole.At(shown.cs).pre));
        }
    }
    // Else the test would compare the whole with itself.
    if (std::filesystem::exists("/etc/debian_version")) CHECK(zones_with_table >= 7);
}

TEST_CASE("a date begins at its first instant even where midnight is skipped") {
    CHECK(to_iso(zone("America/Sao_Paulo").start_of(date("2017-10-15"))) == "2017-10-15T03:00:00Z");
    CHECK(zone("America/Sao_Paulo").date_at(utc("2017-10-15T02:59:59Z")) == date("2017-10-14"));
    CHECK(zone("Europe/Helsinki").date_at(utc("2026-11-20T22:00:00Z")) == date("2026-11-21"));
}

TEST_CASE("the machine's clock counts whole seconds and milliseconds since 1970") {
    const SystemClock clock;
    const Instant now = clock.now();
    CHECK(now > utc("2020-01-01T00:00:00Z"));
    CHECK(clock.now_in_milliseconds() >= now.time_since_epoch());
    CHECK(FixedClock(utc("2026-11-21T12:05:00Z")).now_in_milliseconds().count() == 1'795'262'700'000);
}

} // namespace reklamaatio::time::tests
