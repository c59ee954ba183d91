// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/builders.hpp"
#include "time/period.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

const Instant k_now = utc("2026-11-19T12:00:00Z"); // Thursday of week 47, 14:00 in Helsinki

Period period(std::string_view text) {
    return parse_period(text, k_now, zone("Europe/Helsinki"));
}

} // namespace

TEST_CASE("headings are right where clocks are put back over midnight") {
    const Zone johns = zone("America/St_Johns");
    const Period october = parse_period("2009-10", k_now, johns);
    CHECK(describe(october, johns) == "October 2009");
    CHECK(describe(parse_period("2009-10-31", k_now, johns), johns) == "Saturday 31 October 2009");
    CHECK(describe(parse_period("2009-11-01", k_now, johns), johns) == "Sunday 1 November 2009");
}

TEST_CASE("labels of buckets are read back as periods that hold the date") {
    struct Case {
        Bucket bucket;
        std::string_view date;
        std::string_view label;
    };
    const Case cases[] = {
        {Bucket::day, "2026-11-20", "2026-11-20"},  {Bucket::week, "2026-11-20", "2026-W47"},
        {Bucket::week, "2021-01-01", "2020-W53"},   {Bucket::week, "2025-12-29", "2026-W01"},
        {Bucket::month, "2026-01-31", "2026-01"},   {Bucket::quarter, "2026-11-20", "2026-Q4"},
        {Bucket::quarter, "2026-01-01", "2026-Q1"}, {Bucket::year, "2026-11-20", "2026"},
    };
    const Zone helsinki = zone("Europe/Helsinki");
    for (const Case& c : cases) {
        CHECK(bucket_label(c.bucket, date(c.date)) == c.label);
        const Period held = period(c.label);
        const Instant noon = helsinki.to_instant(date(c.date) + std::chrono::hours{12});
        CHECK((held.from <= noon && noon < held.until));
    }
}

TEST_CASE("days that are exactly one stretch are known as that") {
    const auto bucket = [](std::string_view first, std::string_view last) {
        return bucket_of({date(first), date(last) + std::chrono::days{1}});
    };
    CHECK(bucket("2026-11-20", "2026-11-20") == Bucket::day);
    CHECK(bucket("2026-11-16", "2026-11-22") == Bucket::week);
    CHECK(bucket("2026-02-01", "2026-02-28") == Bucket::month);
    CHECK(bucket("2026-10-01", "2026-12-31") == Bucket::quarter);
    CHECK(bucket("2026-01-01", "2026-12-31") == Bucket::year);
    CHECK_FALSE(bucket("2026-11-15", "2026-11-21"));
    CHECK_FALSE(bucket("2026-02-01", "2026-03-31"));
    CHECK_FALSE(bucket("2024-02-01", "2024-02-28"));
    CHECK_FALSE(bucket("2026-11-20", "2026-11-21"));
}

TEST_CASE("a stretch holds the day that it was asked for by") {
    for (Date day = date("2023-12-01"); day < date("2025-03-01"); day += std::chrono::days{1})
        for (const auto bucket : {Bucket::day, Bucket::week, Bucket::month, Bucket::quarter, Bucket::year}) {
            const auto days = days_of(bucket, day);
            CHECK((days.first <= day && day < days.after));
            CHECK(bucket_of(days) == bucket);
            CHECK(days == days_of(period(bucket_label(bucket, day)), zone("Europe/Helsinki")));
        }
}

TEST_CASE("the label of every day of twenty years is read back as what holds that day") {
    const Zone helsinki = zone("Europe/Helsinki");
    for (Date day = date("2015-01-01"); day < date("2035-01-01"); day += std::chrono::days{1})
        for (const auto bucket : {Bucket::day, Bucket::week, Bucket::month, Bucket::quarter, Bucket::year}) {
            const std::string label = bucket_label(bucket, day);
            const Period held = period(label);
            const Instant noon = helsinki.to_instant(day + std::chrono::hours{12});
            const bool holds = held.from <= noon && noon < held.until;
            // Its first and its last day have the same label, and the days beside it have not.
            const Date first = helsinki.date_at(held.from);
            const Date last = helsinki.date_at(held.until - Seconds{1});
            const bool is_whole = bucket_label(bucket, first) == label && bucket_label(bucket, last) == label
                                  && bucket_label(bucket, first - std::chrono::days{1}) != label
                                  && bucket_label(bucket, last + std::chrono::days{1}) != label;
            if (!holds || !is_whole) {
                CAPTURE(label);
                CHECK(holds);
                CHECK(is_whole);
            }
        }
    CHECK(bucket_label(Bucket::week, date("2020-12-31")) == "2020-W53");
}

TEST_CASE("a period is headed by the name that it has and else by its first and last day") {
    const auto heading = [](std::string_view text) {
        return describe(period(text), zone("Europe/Helsinki"));
    };
    CHECK(heading("2026") == "2026");
    CHECK(heading("2026-02") == "February 2026");
    CHECK(heading("2026-W53") == "week 53 of 2026");
    CHECK(heading("2026-02-01") == "Sunday 1 February 2026");
    CHECK(heading("2026-Q1") == "Q1 2026");
    CHECK(heading("2026-02-01..2026-02-28") == "February 2026");
    CHECK(heading("2026-11-27..2026-11-29") == "Friday 27 to Sunday 29 November 2026");
    CHECK(heading("2026-10-30..2026-11-01") == "Friday 30 October to Sunday 1 November 2026");
    CHECK(heading("2026-12-31..2027-01-03") == "Thursday 31 December 2026 to Sunday 3 January 2027");
    CHECK(heading("2026-11-24..2026-11-30") == "24 Nov 2026 to 30 Nov 2026");
    CHECK(heading("2026-02-02..2026-02-28") == "2 Feb 2026 to 28 Feb 2026");
}

} // namespace reklamaatio::time::tests
