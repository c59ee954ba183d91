// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/period.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

const Instant k_now = utc("2026-11-19T12:00:00Z"); // Thursday of week 47, 14:00 in Helsinki

Period period(std::string_view text) {
    return parse_period(text, k_now, zone("Europe/Helsinki"));
}

// The local dates, the second exclusive.
std::string span(const Period& period) {
    const Zone helsinki = zone("Europe/Helsinki");
    return to_iso(helsinki.date_at(period.from)) + " " + to_iso(helsinki.date_at(period.until));
}

} // namespace

TEST_CASE("periods are whole local days and half-open") {
    struct Case {
        std::string_view text;
        std::string_view span;
        std::string_view heading;
    };
    const Case cases[] = {
        {"today", "2026-11-19 2026-11-20", "Thursday 19 November 2026"},
        {"yesterday", "2026-11-18 2026-11-19", "Wednesday 18 November 2026"},
        {"this-week", "2026-11-16 2026-11-23", "week 47 of 2026"},
        {"last-week", "2026-11-09 2026-11-16", "week 46 of 2026"},
        {"this-month", "2026-11-01 2026-12-01", "November 2026"},
        {"last-month", "2026-10-01 2026-11-01", "October 2026"},
        {"this-quarter", "2026-10-01 2027-01-01", "Q4 2026"},
        {"last-quarter", "2026-07-01 2026-10-01", "Q3 2026"},
        {"this-year", "2026-01-01 2027-01-01", "2026"},
        {"last-year", "2025-01-01 2026-01-01", "2025"},
        {"1.10.2026", "2026-10-01 2026-10-02", "Thursday 1 October 2026"},
        {"01.10.2026..5.10.2026", "2026-10-01 2026-10-06", "Thursday 1 to Monday 5 October 2026"},
        {"Last-Month", "2026-10-01 2026-11-01", "October 2026"},
        {" today ", "2026-11-19 2026-11-20", "Thursday 19 November 2026"},
        {"2026", "2026-01-01 2027-01-01", "2026"},
        {"2026-11", "2026-11-01 2026-12-01", "November 2026"},
        {"2024-02", "2024-02-01 2024-03-01", "February 2024"},
        {"2026-W47", "2026-11-16 2026-11-23", "week 47 of 2026"},
        {"2026-w47", "2026-11-16 2026-11-23", "week 47 of 2026"},
        {"2020-W53", "2020-12-28 2021-01-04", "week 53 of 2020"},
        {"2026-W01", "2025-12-29 2026-01-05", "week 1 of 2026"},
        {"2026-W53", "2026-12-28 2027-01-04", "week 53 of 2026"},
        {"2026-Q4", "2026-10-01 2027-01-01", "Q4 2026"},
        {"2026-q1", "2026-01-01 2026-04-01", "Q1 2026"},
        {"2026-11-20", "2026-11-20 2026-11-21", "Friday 20 November 2026"},
        {"2024-02-29", "2024-02-29 2024-03-01", "Thursday 29 February 2024"},
        {"2026-01..2026-03", "2026-01-01 2026-04-01", "Q1 2026"},
        {"2026-01-15..2026-01-15", "2026-01-15 2026-01-16", "Thursday 15 January 2026"},
        {"2025..2026", "2025-01-01 2027-01-01", "1 Jan 2025 to 31 Dec 2026"},
        {"2026-W47..2026-11-24", "2026-11-16 2026-11-25", "16 Nov 2026 to 24 Nov 2026"},
        {"2026-Q1..today", "2026-01-01 2026-11-20", "1 Jan 2026 to 19 Nov 2026"},
        {"2026-03..2026", "2026-03-01 2027-01-01", "1 Mar 2026 to 31 Dec 2026"},
        {"2026-01-01..2026-01-31", "2026-01-01 2026-02-01", "January 2026"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Period found = period(c.text);
        CHECK(span(found) == c.span);
        CHECK(describe(found, zone("Europe/Helsinki")) == c.heading);
    }
}

TEST_CASE("the edges of periods are the zone's midnights") {
    CHECK(period("2026-11") == Period{utc("2026-10-31T22:00:00Z"), utc("2026-11-30T22:00:00Z")});
    CHECK(period("2026-07-01") == Period{utc("2026-06-30T21:00:00Z"), utc("2026-07-01T21:00:00Z")});
    CHECK(period("2026-03-29") == Period{utc("2026-03-28T22:00:00Z"), utc("2026-03-29T21:00:00Z")});
    // Midnight is skipped: the day begins at one.
    CHECK(parse_period("2017-10-15", k_now, zone("America/Sao_Paulo")).from == utc("2017-10-15T03:00:00Z"));
    // Just after midnight in Helsinki it is another day than in UTC.
    CHECK(span(parse_period("today", utc("2026-11-19T22:30:00Z"), zone("Europe/Helsinki")))
          == "2026-11-20 2026-11-21");
    const auto in_january = [](std::string_view text) {
        return span(parse_period(text, utc("2026-01-05T12:00:00Z"), zone("Europe/Helsinki")));
    };
    CHECK(in_january("last-month") == "2025-12-01 2026-01-01");
    CHECK(in_january("last-quarter") == "2025-10-01 2026-01-01");
}

TEST_CASE("what is no period is refused with the right spelling") {
    struct Case {
        std::string_view text;
        std::string_view message;
    };
    const Case cases[] = {
        {"", "'' is not a period; write 2026-11, last-week or 2026-01..2026-03"},
        {"2026-02-30", "'2026-02-30' does not exist"},
        {"2026-13", "'2026-13' does not exist; 2026 has months 1 to 12"},
        {"2026-00", "'2026-00' does not exist; 2026 has months 1 to 12"},
        {"2025-W53", "'2025-W53' does not exist; 2025 has weeks 1 to 52"},
        {"2026-W54", "'2026-W54' does not exist; 2026 has weeks 1 to 53"},
        {"2026-W00", "'2026-W00' does not exist; 2026 has weeks 1 to 53"},
        {"2026-Q5", "'2026-Q5' does not exist; 2026 has quarters 1 to 4"},
        {"2026-1", "'2026-1' is not a period; write 2026-01"},
        {"2026/11", "'2026/11' is not a period; write 2026-11"},
        {"2026-W1", "'2026-W1' is not a period; write 2026-W01"},
        {"2026W47", "'2026W47' is not a period; write 2026-W47"},
        {"2026Q4", "'2026Q4' is not a period; write 2026-Q4"},
        {"11/2026", "'11/2026' is not a period; write 2026-11"},
        {"11.2026", "'11.2026' is not a period; write 2026-11"},
        {"31.11.2026", "'31.11.2026' does not exist"},
        {"2026-11-21T14:05", "'2026-11-21T14:05' is not a period; write 2026-11-21"},
        {"26", "'26' is a bare number; write a year of four digits, such as 2026"},
        {"202611", "'202611' is a bare number; write a year of four digits, such as 2026"},
        {"week", "'week' could be either; write this-week or last-week"},
        {"quarter", "'quarter' could be either; write this-quarter or last-quarter"},
        {"last week", "'last week' is not a period; did you mean 'last-week'?"},
        {"lastweek", "'lastweek' is not a period; did you mean 'last-week'?"},
        {"yestreday", "'yestreday' is not a period; did you mean 'yesterday'?"},
        {"this-mnth", "'this-mnth' is not a period; did you mean 'this-month'?"},
        {"gestern",
         "'gestern' is not a period; write 2026, 2026-11, 2026-W47, 2026-Q4, 2026-11-20, last-week or A..B"},
        {"2026-03..2026-01", "'2026-03..2026-01' ends before it begins; write 2026-01..2026-03"},
        {"2026-01..", "'2026-01..' has no end; write 2026-01..2026-03, or 2026-01..today"},
        {"..2026-01", "'..2026-01' has no beginning; write 2026-01..2026-03"},
        {"2026-01..2026-13", "'2026-13' does not exist; 2026 has months 1 to 12"},
        {"yestrday..today", "'yestrday' is not a period; did you mean 'yesterday'?"},
    };
    for (const Case& c : cases)
        CHECK(error_of([&] { period(c.text); }) == c.message);
}

} // namespace reklamaatio::time::tests
