// SPDX-License-Identifier: GPL-3.0-or-later
// Statutory terms: drawings on a wall calendar, then random ones against a walk from day to day.
#include "rulebook/clocks/term_count.hpp"

#include "complaint/error.hpp"
#include "time/builders.hpp"

#include <random>

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace time::tests;
namespace {

using std::chrono::days;
using time::Date;
using time::Instant;

LegalTerm term(std::string_view length, TermEnds ends = TermEnds::next_working_day) {
    LegalTerm made;
    made.name = "a term";
    made.term = parse_term(length);
    made.ends = ends;
    return made;
}

// Helsinki, office hours with Finnish holidays.
const time::Calendar& office() {
    static const time::Calendar made(office_rules());
    return made;
}

Date day(int year, unsigned month, unsigned number) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number}};
}

std::string due(std::string_view length, std::string_view event, TermEnds ends = TermEnds::next_working_day) {
    return time::to_iso(*count_term(term(length, ends), utc(event), office()).due);
}

} // namespace

TEST_CASE("terms are whole days, weeks, months and working days") {
    CHECK(parse_term("14d") == Term{14, TermUnit::days});
    CHECK(parse_term("8w") == Term{8, TermUnit::weeks});
    CHECK(parse_term("1mo") == Term{1, TermUnit::months});
    CHECK(to_string(parse_term("15bd")) == "15bd");
    for (const auto* text :
         {"", "d", "0d", "-1d", "14", "1.5d", "14 d", "14x", "1y", "99999d", "99999999999d"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_term(text), complaint::BadValue);
    }
    CHECK_THROWS_WITH(parse_term("4h"),
                      "'4h' counts hours, and a statutory term ends with a day; write 14d, 8w, "
                      "1mo or 15bd");
    CHECK_THROWS_WITH(parse_term("15m"),
                      "'15m' counts minutes, or would be months (mo), and a statutory term ends with a day; "
                      "write 14d, 8w, 1mo or 15bd");
}

// Sat 7 Nov 10:13 in Helsinki, 14 days: Sat 21 Nov, which rolls on over Sun 22 to the end of Mon 23.
TEST_CASE("the day of the event does not count, and a Saturday rolls on") {
    const auto count = count_term(term("14d"), utc("2026-11-07T08:13:00Z"), office());
    CHECK(count.event_day == day(2026, 11, 7));
    CHECK(count.last_day == day(2026, 11, 21));
    CHECK(count.rolled == std::vector{day(2026, 11, 21), day(2026, 11, 22)});
    CHECK(count.ends_on == day(2026, 11, 23));
    CHECK(count.due == utc("2026-11-23T21:59:59Z"));
    CHECK(due("14d", "2026-11-07T08:13:00Z", TermEnds::day) == "2026-11-21T21:59:59Z");
}

TEST_CASE("midnight begins another day") {
    CHECK(due("14d", "2026-11-02T21:59:59Z") == "2026-11-16T21:59:59Z");
    CHECK(due("14d", "2026-11-02T22:00:00Z") == "2026-11-17T21:59:59Z");
}

TEST_CASE("a month ends with the day of its number, or with the last of a shorter month") {
    CHECK(due("1mo", "2028-01-31T10:00:00Z", TermEnds::day) == "2028-02-29T21:59:59Z");
    CHECK(due("1mo", "2027-01-31T10:00:00Z", TermEnds::day) == "2027-02-28T21:59:59Z");
    CHECK(due("3mo", "2026-11-30T10:00:00Z", TermEnds::day) == "2027-02-28T21:59:59Z");
    CHECK(count_term(term("1mo"), utc("2027-01-31T10:00:00Z"), office()).is_cut_short);
    CHECK_FALSE(count_term(term("1mo"), utc("2027-01-28T10:00:00Z"), office()).is_cut_short);
}

TEST_CASE("the end is the end of the day, whatever clocks do on it") {
    CHECK(due("1d", "2026-03-28T10:00:00Z", TermEnds::day) == "2026-03-29T20:59:59Z");
    CHECK(due("1d", "2026-10-24T10:00:00Z", TermEnds::day) == "2026-10-25T21:59:59Z");
}

// Thu 3 Dec; Fri 4, [Sat 5, Sun 6 Independence Day], Mon 7, Tue 8
TEST_CASE("working days leave out days off, and a term in them never rolls on") {
    const auto count = count_term(term("3bd"), utc("2026-12-03T10:00:00Z"), office());
    CHECK(count.last_day == day(2026, 12, 8));
    CHECK(count.rolled.empty());
}

//     waits Mon 9 to Thu 12: three days later
TEST_CASE("waiting moves a term by whole days, and stops it while it lasts") {
    const auto event = utc("2026-11-02T08:00:00Z");
    const time::Pause waited{utc("2026-11-09T08:00:00Z"), utc("2026-11-12T15:00:00Z")};
    const auto moved = count_term(term("14d"), event, office(), std::vector{waited});
    CHECK(moved.paused_days == 3);
    CHECK(moved.moved_to == day(2026, 11, 19));
    CHECK(moved.due == utc("2026-11-19T21:59:59Z"));
    const time::Pause lasts{waited.from, std::nullopt};
    const auto paused = count_term(term("14d"), event, office(), std::vector{lasts});
    CHECK_FALSE(paused.due);
    CHECK(paused.left == utc("2026-11-16T21:59:59Z") - waited.from);
    const time::Pause late{utc("2026-11-17T08:00:00Z"), utc("2026-11-20T15:00:00Z")};
    CHECK(count_term(term("14d"), event, office(), std::vector{late}).due == utc("2026-11-16T21:59:59Z"));
    CHECK(count_term(term("5bd"), event, office(), std::vector{waited}).due == utc("2026-11-12T21:59:59Z"));
    // A weekend is no working day, and what was over before the event moves nothing.
    const time::Pause weekend{utc("2026-11-07T08:00:00Z"), utc("2026-11-08T15:00:00Z")};
    CHECK(count_term(term("5bd"), event, office(), std::vector{weekend}).due == utc("2026-11-09T21:59:59Z"));
    const time::Pause before{utc("2026-10-26T08:00:00Z"), utc("2026-10-29T15:00:00Z")};
    CHECK(count_term(term("14d"), event, office(), std::vector{before, waited}).paused_days == 3);
}

TEST_CASE("warnings come with the beginning of a day before the end") {
    auto made = term("14d");
    made.warn = {{1, TermUnit::working_days}, {5, TermUnit::days}, {30, TermUnit::days}};
    const auto event = utc("2026-11-07T08:13:00Z");
    const auto warnings = warnings_of(made, event, utc("2026-11-23T21:59:59Z"), office());
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[0].at == utc("2026-11-17T22:00:00Z")); // Wed 18 Nov
    CHECK(warnings[1].at == utc("2026-11-19T22:00:00Z")); // Fri 20 Nov
    // Three weeks before Mon 25 Jan, and a month; Christmas and Epiphany count as any day does.
    made.warn = {{3, TermUnit::weeks}, {1, TermUnit::months}};
    const auto longer = warnings_of(made, event, utc("2027-01-25T21:59:59Z"), office());
    REQUIRE(longer.size() == 2);
    CHECK(longer[0].at == utc("2026-12-24T22:00:00Z"));
    CHECK(longer[1].at == utc("2027-01-03T22:00:00Z"));
    made.warn.clear();
    CHECK(warnings_of(made, event, utc("2026-11-23T21:59:59Z"), office()).size() == k_usual_warning.size());
}

TEST_CASE("the month of a source is read from its end") {
    using std::chrono::month;
    using std::chrono::year;
    CHECK(seen_in("art. 7a, seen 2026-11") == year{2026} / month{11});
    CHECK(seen_in("as seen in court; seen 2026-01") == year{2026} / month{1});
    for (const auto* text : {"", "art. 7a", "seen 2026", "seen 2026-13", "seen 26-11", "seen 2026/11",
                             "seen +026-11", "seen 2026-xi", "seen year-11"}) {
        CAPTURE(text);
        CHECK_FALSE(seen_in(text));
    }
}

// Day by day, with nothing of the arithmetic.
TEST_CASE("a walk from day to day comes to the same end") {
    std::mt19937 random(7);
    const auto& zone = office().zone();
    for (int i = 0; i < 3000; ++i) {
        const Instant event = utc("2026-01-01T00:00:00Z") + time::Seconds{random() % (4 * 365 * 86400U)};
        const bool is_working = random() % 2 == 0;
        const int count = static_cast<int>(random() % 60) + 1;
        const auto ends = random() % 2 == 0 ? TermEnds::day : TermEnds::next_working_day;
        auto made = term("1d", ends);
        made.term = {count, is_working ? TermUnit::working_days : TermUnit::days};
        Date walked = zone.date_at(event);
        for (int left = count; left > 0;) {
            walked += days{1};
            if (!is_working || office().is_working_day(walked)) --left;
        }
        while (ends == TermEnds::next_working_day && !office().is_working_day(walked))
            walked += days{1};
        const auto counted = count_term(made, event, office());
        CAPTURE(time::to_iso(event));
        CHECK(counted.ends_on == walked);
        CHECK(zone.date_at(*counted.due) == walked);
        CHECK(zone.date_at(*counted.due + time::Seconds{1}) == walked + days{1});
    }
}

} // namespace reklamaatio::rulebook::tests
