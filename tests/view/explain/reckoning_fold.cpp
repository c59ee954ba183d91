// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/reckoning_fold.hpp"

#include "complaint/builders.hpp"
#include "time/days.hpp"
#include "view/explain/explain_times.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {
namespace {

using complaint::tests::utc;
using rulebook::ReckoningKind;
using rulebook::ReckoningLine;

std::vector<ReckoningLine> days_of(std::string_view target) {
    rulebook::Policy policy;
    policy.calendars.emplace_back(time::tests::shop_rules());
    const rulebook::PolicyVersion version{1, 1, {}, std::make_shared<const rulebook::Policy>(policy)};
    rulebook::Origin origin;
    origin.running = {complaint::Clock::resolution, 1,  utc("2026-02-16T09:00:00Z"),
                      time::parse_target(target),   {}, {&version, nullptr, 0}};
    auto lines = rulebook::reckoning_of(origin, {});
    std::erase_if(lines, [](const ReckoningLine& line) { return !line.day; });
    return lines;
}

} // namespace

TEST_CASE("folding loses no day and no minute, and fits on a page") {
    for (const std::string target :
         {"1h", "60h", "70h", "200h", "700h", "3000h", "20000h", "90bd", "2000bd"}) {
        CAPTURE(target);
        const auto lines = days_of(target);
        const auto groups = folded(lines, 20);
        CHECK(groups.size() <= 45);
        std::size_t next = 0;
        time::Seconds sum{0};
        int working_days = 0;
        for (const auto& group : groups) {
            for (const auto* day : group.days)
                REQUIRE(day == &lines[next++]);
            sum += group.length();
            working_days += group.working_days();
        }
        CHECK(next == lines.size());
        CHECK(sum == lines.back().total);
        CHECK(working_days == std::ranges::count_if(lines, [](const ReckoningLine& line) {
                  return line.kind == ReckoningKind::working;
              }));
    }
}

TEST_CASE("a long closure is one group, whether days are told one by one or summed") {
    for (const bool is_long : {false, true}) {
        CAPTURE(is_long);
        rulebook::Policy policy;
        auto rules = time::tests::shop_rules();
        for (time::Date date = time::tests::date("2026-02-25"); date < time::tests::date("2026-03-29");
             date += std::chrono::days{1})
            rules.holidays.emplace(date, "renovation");
        policy.calendars.emplace_back(rules);
        const rulebook::PolicyVersion version{1, 1, {}, std::make_shared<const rulebook::Policy>(policy)};
        rulebook::Origin origin;
        origin.running = {complaint::Clock::resolution,
                          1,
                          utc("2026-02-16T09:00:00Z"),
                          time::parse_target(is_long ? "400h" : "60h"),
                          {},
                          {&version, nullptr, 0}};
        auto lines = rulebook::reckoning_of(origin, {});
        std::erase_if(lines, [](const ReckoningLine& line) { return !line.day; });
        const auto groups = folded(lines, 20);
        CHECK(std::ranges::any_of(groups, &DayGroup::is_folded) == is_long);
        CHECK(std::ranges::count_if(
                  groups, [](const DayGroup& group) { return group.is_closed() && group.days.size() == 32; })
              == 1);
    }
}

TEST_CASE("short accounts are told day by day, weekends in one") {
    const auto lines = days_of("40h");
    const auto groups = folded(lines, 20);
    CHECK(std::ranges::none_of(groups, &DayGroup::is_folded));
    CHECK(groups.size() <= lines.size());
    // Sundays are closed, Saturdays are not.
    CHECK(std::ranges::count_if(groups, &DayGroup::is_closed) == 1);
}

TEST_CASE("sums of the middle end with their week, while there are few") {
    const auto lines = days_of("200h");
    for (const auto& group : folded(lines, 20)) {
        if (!group.is_folded) continue;
        CHECK(group.last() - group.first() < std::chrono::weeks{1});
        CHECK(time::week_of(group.first()) == time::week_of(group.last()));
    }
}

TEST_CASE("lengths are exact") {
    using std::chrono::hours;
    using time::Seconds;
    CHECK(exact_length(Seconds{0}) == "0 min");
    CHECK(exact_length(hours{30}) == "30 h");
    CHECK(exact_length(hours{30}, false) == "1 d 6 h");
    CHECK(exact_length(hours{7} + Seconds{1'830}) == "7 h 30 min 30 s");
}

TEST_CASE("a day ends at 24:00, and seconds are told where there are some") {
    const time::Calendar always(time::tests::always_rules());
    const auto from = utc("2026-10-23T21:00:30Z");
    const auto ledger = time::day_by_day(always, from, utc("2026-10-25T10:00:00Z"));
    REQUIRE(ledger.size() == 2);
    CHECK(hours_text(ledger[0].worked, ledger[0], always.zone()) == "00:00:30–24:00");
    CHECK(hours_text(ledger[1].worked, ledger[1], always.zone()) == "00:00–12:00");
    CHECK(day_text(ledger[0].date, 2026) == "Sat 24 Oct");
    CHECK(day_text(ledger[0].date, 2025) == "Sat 24 Oct 2026");
}

} // namespace reklamaatio::view::tests
