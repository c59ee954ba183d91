// SPDX-License-Identifier: GPL-3.0-or-later
// Our reading of zone files against Abseil's, in every zone of the machine.
#include "time/zone_table.hpp"

#include "time/builders.hpp"

#include <filesystem>
#include <random>

#include <absl/time/civil_time.h>
#include <absl/time/time.h>
#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::vector<std::string> all_zones() {
    const std::filesystem::path folder("/usr/share/zoneinfo");
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).string();
        if (Zone::named(name)) names.push_back(name);
    }
    return names;
}

absl::Time to_absl(Instant instant) {
    return absl::FromUnixSeconds(instant.time_since_epoch().count());
}

bool agree_at(const Zone& zone, const absl::TimeZone& oracle, Instant instant) {
    const Seconds offset{oracle.At(to_absl(instant)).offset};
    return zone.to_local(instant).time_since_epoch() - instant.time_since_epoch() == offset;
}

bool agree_on(const Zone& zone, const absl::TimeZone& oracle, LocalTime local) {
    using Info = absl::TimeZone::TimeInfo;
    const Info info = oracle.At(absl::CivilSecond() + local.time_since_epoch().count());
    const Resolved resolved = zone.resolve(local);
    const absl::Time expected = info.kind == Info::SKIPPED ? info.trans : info.pre;
    const LocalKind kind = info.kind == Info::SKIPPED    ? LocalKind::skipped
                           : info.kind == Info::REPEATED ? LocalKind::repeated
                                                         : LocalKind::unique;
    return resolved.kind == kind && to_absl(resolved.instant) == expected;
}

// The wall shows `from` never or `to` twice, unless only the zone's letters changed.
absl::Time instant_of(const absl::TimeZone::CivilTransition& change, const absl::TimeZone& zone) {
    const auto to = zone.At(change.to);
    const auto from = zone.At(change.from);
    if (to.kind == absl::TimeZone::TimeInfo::REPEATED) return to.trans;
    return from.kind == absl::TimeZone::TimeInfo::SKIPPED ? from.trans : to.pre;
}

} // namespace

TEST_CASE("every zone of the machine is read as Abseil reads it") {
    const auto names = all_zones();
    REQUIRE(names.size() > 300);
    std::mt19937_64 engine(20'261'121);
    const Instant first = utc("1900-01-01T00:00:00Z");
    const Instant last = utc("2300-01-01T00:00:00Z");
    for (const std::string& name : names) {
        CAPTURE(name);
        const Zone ours = zone(name);
        absl::TimeZone oracle;
        REQUIRE(absl::LoadTimeZone(name, &oracle));
        for (int i = 0; i < 100; ++i) {
            const auto range = static_cast<std::uint64_t>((last - first).count());
            const Instant instant = first + Seconds{static_cast<long long>(engine() % range)};
            if (!agree_at(ours, oracle, instant)
                || !agree_on(ours, oracle, LocalTime{instant.time_since_epoch()}))
                FAIL(to_iso(instant));
        }
    }
}

TEST_CASE("every change of clocks is where Abseil has it") {
    for (const std::string& name : all_zones()) {
        CAPTURE(name);
        const Zone ours = zone(name);
        absl::TimeZone oracle;
        REQUIRE(absl::LoadTimeZone(name, &oracle));
        absl::Time from = absl::FromUnixSeconds(-2'208'988'800);       // 1900
        const absl::Time until = absl::FromUnixSeconds(2'300'000'000); // 2042
        absl::TimeZone::CivilTransition change;
        while (from < until && oracle.NextTransition(from, &change)) {
            from = instant_of(change, oracle);
            const Instant at{Seconds{absl::ToUnixSeconds(from)}};
            bool agrees = true;
            for (const Seconds near : {Seconds{-1}, Seconds{0}, Seconds{1}})
                agrees = agrees && agree_at(ours, oracle, at + near);
            const LocalTime wall = ours.to_local(at);
            for (minutes near = -hours{3}; near <= hours{3}; near += minutes{15})
                agrees = agrees && agree_on(ours, oracle, wall + near)
                         && agree_on(ours, oracle, wall + near - Seconds{1});
            if (!agrees) FAIL(to_iso(at));
        }
    }
}

TEST_CASE("rules of POSIX are read in all their forms") {
    struct Case {
        std::string_view rule;
        std::string_view year;
        std::string_view first;
        std::string_view second;
    };
    const Case cases[] = {
        {"EET-2EEST,M3.5.0/3,M10.5.0/4", "2050-01-01", "2050-03-27T01:00:00Z", "2050-10-30T01:00:00Z"},
        {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01", "2026-04-04T15:00:00Z",
         "2026-10-03T15:30:00Z"},
        {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-01-01", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"},
        {"IST-2IDT,M3.4.4/26,M10.5.0", "2026-01-01", "2026-03-27T00:00:00Z", "2026-10-24T23:00:00Z"},
        {"XST0XDT,J60/0,J300/0", "2024-01-01", "2024-03-01T00:00:00Z", "2024-10-26T23:00:00Z"},
        {"XST0XDT,J60/0,J300/0", "2026-01-01", "2026-03-01T00:00:00Z", "2026-10-26T23:00:00Z"},
        {"XST0XDT,59/0,299/0", "2024-01-01", "2024-02-29T00:00:00Z", "2024-10-25T23:00:00Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.rule);
        const auto rule = YearlyRule::parse(c.rule);
        REQUIRE(rule);
        const auto changes = rule->changes_in(std::chrono::year_month_day{date(c.year)}.year());
        REQUIRE(changes);
        CHECK(to_iso(changes->at(0).at) == c.first);
        CHECK(to_iso(changes->at(1).at) == c.second);
    }
    CHECK(YearlyRule::parse("<+0545>-5:45")->offset_at(utc("2026-01-01T00:00:00Z"))
          == hours{5} + minutes{45});
    for (const std::string_view text :
         {"", "EE-2", "EET", "EET-", "EET-2EEST", "EET-2EEST,M3.5.0/3", "EET-2EEST,M13.5.0/3,M10.5.0/4",
          "EET-2EEST,M3.6.0,M10.5.0", "EET-2EEST,M3.5.7,M10.5.0", "EET-2EEST,M3.5.0/3,M10.5.0/4,", "<EET-2",
          "EET-2EEST,J400,J1"})
        CHECK_FALSE(YearlyRule::parse(text));
}

TEST_CASE("damaged zone files are refused or read without harm") {
    CHECK_FALSE(ZoneTable::parse(""));
    CHECK_FALSE(ZoneTable::parse("TZif"));
    std::string whole("TZif2");
    whole.append(15 + 24, '\0');
    whole += whole;
    whole.replace(whole.size() - 24 + 16, 4, std::string("\0\0\0\1", 4)); // one type
    whole.replace(whole.size() - 4, 4, std::string(4, '\0'));
    whole += std::string("\0\0\x1c\x20\0\0", 6) + "\nEET-2\n";
    const auto table = ZoneTable::parse(whole);
    REQUIRE(table);
    CHECK(table->offset_at(utc("2026-01-01T00:00:00Z")) == hours{2});
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(ZoneTable::parse(whole.substr(0, length)));
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char damage : {'\0', '\1', '\x7f', '\xff'}) {
            std::string damaged = whole;
            damaged[at] = damage;
            (void)ZoneTable::parse(damaged);
        }
}

} // namespace reklamaatio::time::tests
