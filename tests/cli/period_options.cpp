// SPDX-License-Identifier: GPL-3.0-or-later
// The office is in Helsinki, two hours ahead of UTC, where it is ten o'clock on Monday 12 January.
#include "cli/period_options.hpp"

#include "casework/office.hpp"
#include "cli/sitting.hpp"

namespace reklamaatio::cli::tests {
namespace {

using host::UsageError;
using Words = std::vector<std::string>;

struct Asking {
    casework::tests::Office office;
    Sitting sitting{office.store(), "2026-01-12T08:00:00Z"};

    void receive(std::string_view at) {
        store::tests::Desk(office.store())
            .open(store::tests::about("x", at), time::tests::utc("2026-01-11T00:00:00Z"));
    }
    report::Question question(const Words& typed, const std::string& otherwise = "last-month") {
        PeriodOptions options;
        type(options, typed);
        return sitting.with_session([&](Session& session) { return options.ask(session, otherwise); });
    }
    // "FROM..UNTIL" in UTC, without the seconds.
    std::string period(const Words& typed, const std::string& otherwise = "last-month") {
        const auto found = question(typed, otherwise).period;
        return time::to_iso(found.from).substr(0, 16) + ".." + time::to_iso(found.until).substr(0, 16);
    }
    std::string refused(const Words& typed) {
        return complaint::tests::message_of<UsageError>([&] { question(typed); });
    }
};

} // namespace

TEST_CASE("a period is the one that is named, else the command's own, by the office's calendar") {
    Asking asking;
    CHECK(asking.period({}) == "2025-11-30T22:00..2025-12-31T22:00");
    CHECK(asking.period({}, "yesterday") == "2026-01-10T22:00..2026-01-11T22:00");
    CHECK(asking.period({"--period", "2025-06"}) == "2025-05-31T21:00..2025-06-30T21:00"); // in summer
    CHECK(asking.refused({"--period", "soon"}).starts_with("--period: "));
    CHECK(asking.question({}).now == time::tests::utc("2026-01-12T08:00:00Z"));
}

TEST_CASE("since goes to the end of today, and until includes its day") {
    Asking asking;
    CHECK(asking.period({"--since", "2026-01-05"}) == "2026-01-04T22:00..2026-01-12T22:00");
    CHECK(asking.period({"--since", "2026-01-05", "--until", "2026-01-06"})
          == "2026-01-04T22:00..2026-01-06T22:00");
    CHECK(asking.period({"--since", "2026-01-05", "--until", "2026-01-05"})
          == "2026-01-04T22:00..2026-01-05T22:00");
    CHECK(asking.period({"--since", "2026-01-05 08:00", "--until", "2026-01-05 09:30"})
          == "2026-01-05T06:00..2026-01-05T07:30");
}

TEST_CASE("until alone goes from the day of the first complaint, or is the day before which there is none") {
    Asking asking;
    CHECK(asking.period({"--until", "2026-01-06"}) == "2026-01-05T22:00..2026-01-06T22:00");
    asking.receive("2026-01-03T23:30:00Z"); // on the fourth
    asking.receive("2026-01-08T12:00:00Z");
    CHECK(asking.period({"--until", "2026-01-06"}) == "2026-01-03T22:00..2026-01-06T22:00");
    CHECK(asking.period({"--until", "2026-01-01"}) == "2025-12-31T22:00..2026-01-01T22:00");
}

TEST_CASE("what cannot go together is refused") {
    Asking asking;
    for (const auto* option : {"--since", "--until"})
        CHECK(asking.refused({"--period", "today", option, "2026-01-05"})
              == "--period and --since or --until cannot be used together; leave one out");
    CHECK(asking.refused({"--since", "2026-01-07", "--until", "2026-01-06"})
          == "--until ends before --since begins");
    CHECK(asking.refused({"--since", "2026-01-05 08:00", "--until", "2026-01-05 08:00"})
          == "--until ends before --since begins");
    CHECK(asking.refused({"--since", "once"}).starts_with("--since: "));
}

TEST_CASE("figures are grouped by a field, by a stretch of time, or not at all") {
    Asking asking;
    CHECK(asking.question({}).by.is_none());
    CHECK(asking.question({"--by", "team"}).by.field.field == store::GroupField::team);
    CHECK_FALSE(asking.question({"--by", "team"}).by.bucket);
    CHECK(asking.question({"--by", "week"}).by.bucket == time::Bucket::week);
    CHECK(asking.question({"--by", "week"}).by.field.field == store::GroupField::none);
    CHECK(asking.refused({"--by", "moon"}).starts_with("--by: 'moon' is not a grouping"));
}

} // namespace reklamaatio::cli::tests
