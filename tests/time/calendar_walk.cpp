// SPDX-License-Identifier: GPL-3.0-or-later
// Random calendars in random zones, mostly near changes of clocks, against the walk from minute to minute.
#include "time/builders.hpp"
#include "time/day_ledger.hpp"
#include "time/due.hpp"
#include "time/walk.hpp"

#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::year_month_day;

class Dice {
  public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    // Both ends included. Not uniform_int_distribution, which differs between libraries.
    int roll(int least, int most) {
        return least + static_cast<int>(m_engine() % static_cast<unsigned>(most - least + 1));
    }
    bool chance(int percent) { return roll(1, 100) <= percent; }

  private:
    std::mt19937 m_engine;
};

// Whole minutes, sometimes on the hour, in order and without overlap; they may touch.
Slots random_slots(Dice& dice) {
    const int count = dice.roll(1, 4);
    const int grain = dice.chance(50) ? 60 : dice.chance(50) ? 15 : 1;
    std::vector<int> ends;
    for (int i = 0; i < count * 2; ++i)
        ends.push_back(dice.roll(0, 24 * 60 / grain) * grain);
    std::sort(ends.begin(), ends.end());
    if (dice.chance(20)) ends.back() = 24 * 60;
    if (dice.chance(10)) ends.front() = 0;
    Slots slots;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
        if (ends[i] < ends[i + 1]) slots.push_back({minutes{ends[i]}, minutes{ends[i + 1]}});
    return slots;
}

constexpr std::string_view k_zones[] = {
    "Europe/Helsinki",     "Europe/Warsaw",      "America/New_York", "Asia/Kathmandu",
    "Australia/Lord_Howe", "America/Sao_Paulo",  "Pacific/Apia",     "UTC",
    "Africa/Casablanca",   "America/St_Johns",   "Africa/Cairo",     "Asia/Tehran",
    "Antarctica/Troll",    "Pacific/Kiritimati", "Asia/Pyongyang",   "Atlantic/Azores"};

// In the year of the instant: the first one, from a random day on, around which the zone's offset changes;
// else any.
Instant random_start(Dice& dice, const Zone& zone) {
    const std::chrono::sys_days first{std::chrono::year{dice.roll(1990, 2060)} / 1 / 1};
    const Instant base = first + days{dice.roll(0, 364)};
    if (dice.chance(25)) return base + Seconds{dice.roll(0, 86'399)};
    const auto offset = [&](Instant t) { return zone.to_local(t).time_since_epoch() - t.time_since_epoch(); };
    Instant t = base;
    while (t < base + days{366} && offset(t) == offset(t + days{1}))
        t += days{1};
    return t + hours{dice.roll(-60, 36)} + Seconds{dice.roll(0, 3'599)};
}

CalendarRules random_rules(Dice& dice, Instant& start) {
    CalendarRules rules;
    rules.name = "random";
    rules.zone = zone(k_zones[dice.roll(0, static_cast<int>(std::size(k_zones)) - 1)]);
    start = random_start(dice, rules.zone);
    const Date today = rules.zone.date_at(start);
    for (Slots& day : rules.hours)
        if (dice.chance(75)) day = random_slots(dice);
    rules.hours[static_cast<std::size_t>(dice.roll(0, 6))] = slots({"08:00-16:00"});
    for (int i = dice.roll(0, 3); i > 0; --i)
        rules.holidays[today + days{dice.roll(-3, 12)}] = "";
    for (int i = dice.roll(0, 2); i > 0; --i) {
        const year_month_day day{today + days{dice.roll(-3, 12)}};
        rules.yearly_holidays.insert(day.month() / day.day());
    }
    for (int i = dice.roll(0, 3); i > 0; --i)
        rules.dates[today + days{dice.roll(-3, 12)}] = dice.chance(30) ? Slots{} : random_slots(dice);
    if (dice.chance(40)) rules.holiday_sets.push_back(HolidaySet::finland);
    if (dice.chance(40)) rules.holiday_sets.push_back(HolidaySet::poland);
    return rules;
}

std::vector<Pause> random_pauses(Dice& dice, Instant start) {
    std::vector<Pause> pauses;
    Instant t = start - hours{dice.roll(0, 12)};
    for (int i = dice.roll(0, 3); i > 0; --i) {
        const Instant from = t + Seconds{dice.roll(0, 2 * 86'400)};
        t = from + Seconds{dice.roll(0, 2 * 86'400)};
        pauses.push_back({from, t});
    }
    return pauses;
}

Target random_target(Dice& dice) {
    switch (dice.roll(0, 4)) {
    case 0:
        return {dice.roll(1, 600), Unit::minutes};
    case 1:
        return {dice.roll(1, 24), Unit::hours};
    case 2:
        return {dice.roll(1, 5), Unit::working_days};
    case 3:
        return {dice.roll(1, 10), Unit::days};
    default:
        return {1, Unit::weeks};
    }
}

// By the rules' own words: the first instant at which the wall shows that time or a later one.
Instant walked_wall_clock(LocalTime wall, const Zone& zone) {
    Instant t{wall.time_since_epoch() - hours{60}};
    while (zone.to_local(t) < wall)
        t += hours{1};
    t -= hours{1};
    while (zone.to_local(t) < wall)
        t += Seconds{1};
    return t;
}

Instant walked_due(const Walk& walk, const Zone& zone, Instant start, Target target,
                   const std::vector<Pause>& pauses) {
    const bool working = counts_working_time(target);
    Instant due;
    switch (target.unit) {
    case Unit::minutes:
        due = walk.add_working_time(start, minutes{target.count});
        break;
    case Unit::hours:
        due = walk.add_working_time(start, hours{target.count});
        break;
    case Unit::working_days:
        due = walk.close_of_working_day(zone.date_at(start), target.count);
        break;
    default:
        due = walked_wall_clock(
            zone.to_local(start) + days{target.count} * (target.unit == Unit::weeks ? 7 : 1), zone);
    }
    for (const Pause& pause : pauses) {
        const Instant from = std::max(start, pause.from);
        if (from >= due || *pause.until <= from) continue;
        const Seconds covered = working ? walk.working_time(from, *pause.until) : *pause.until - from;
        if (covered > Seconds{0}) due = working ? walk.add_working_time(due, covered) : due + covered;
    }
    return due;
}

// What somebody who ticks off the days finds.
void check_days(const Calendar& calendar, const Walk& walk, Instant from, Instant until) {
    const auto ledger = day_by_day(calendar, from, until);
    Seconds sum{0};
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        const LedgerDay& day = ledger[i];
        CAPTURE(to_iso(day.date));
        if (i > 0) REQUIRE(day.date == ledger[i - 1].date + days{1});
        REQUIRE(day.closed.has_value() == day.open.empty());
        for (const Interval& part : day.worked)
            REQUIRE(walk.working_time(part.from, part.until) == part.until - part.from);
        sum += day.length;
    }
    REQUIRE(sum == walk.working_time(from, until));
}

} // namespace

TEST_CASE("calendars agree with a walk from minute to minute") {
#ifdef __SANITIZE_ADDRESS__
    constexpr unsigned k_calendars = 15; // each takes a second there
#else
    constexpr unsigned k_calendars = 500;
#endif
    constexpr int k_questions = 15;
    for (unsigned seed = 1; seed <= k_calendars; ++seed) {
        Dice dice(seed);
        Instant start;
        const CalendarRules rules = random_rules(dice, start);
        const Calendar calendar(rules);
        const Walk walk(rules, start, days{120});
        CAPTURE(seed);
        CAPTURE(rules.zone.name());
        for (int i = 0; i < k_questions; ++i) {
            const Instant from = start + Seconds{dice.roll(-86'400, 4 * 86'400)};
            const Instant until = from + Seconds{dice.roll(0, 8 * 86'400)};
            CAPTURE(to_iso(from));
            CAPTURE(to_iso(until));
            const Seconds worked = walk.working_time(from, until);
            REQUIRE(calendar.working_time(from, until) == worked);
            check_days(calendar, walk, from, until);
            REQUIRE(calendar.is_open(from) == walk.open(from));
            REQUIRE(calendar.add_working_time(from, worked) == walk.add_working_time(from, worked));
            const Seconds amount{dice.roll(0, 30 * 3'600)};
            REQUIRE(calendar.add_working_time(from, amount) == walk.add_working_time(from, amount));
            const Date date = rules.zone.date_at(from);
            const int n = dice.roll(1, 3);
            REQUIRE(calendar.close_of_working_day(date, n) == walk.close_of_working_day(date, n));
            REQUIRE(calendar.opening_of_working_day_before(date, n)
                    == walk.opening_of_working_day_before(date, n));
            const Target target = random_target(dice);
            const auto pauses = random_pauses(dice, from);
            CAPTURE(to_string(target));
            REQUIRE(due(from, target, calendar, pauses).at
                    == walked_due(walk, rules.zone, from, target, pauses));
        }
    }
}

TEST_CASE("pausing m and h targets is the same as asking for more working time") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        Dice dice(seed);
        Instant start;
        const Calendar calendar(random_rules(dice, start));
        const Target target{dice.roll(1, 2'000), Unit::minutes};
        Seconds paused{0};
        std::vector<Pause> counted;
        for (const Pause& pause : random_pauses(dice, start)) {
            if (std::max(pause.from, start) >= *due(start, target, calendar, counted).at) break;
            counted.push_back(pause);
            paused += calendar.working_time(std::max(pause.from, start), *pause.until);
        }
        CAPTURE(seed);
        REQUIRE(due(start, target, calendar, counted).at
                == calendar.add_working_time(start, minutes{target.count} + paused));
    }
}

TEST_CASE("every calendar takes back the working time that it added") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        Dice dice(seed + 10'000);
        Instant start;
        const Calendar calendar(random_rules(dice, start));
        const Seconds amount{dice.roll(1, 2'000 * 3'600)};
        CAPTURE(seed);
        REQUIRE(calendar.working_time(start, calendar.add_working_time(start, amount)) == amount);
    }
}

} // namespace reklamaatio::time::tests
