// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/escalating.hpp"

#include "rulebook/history.hpp"

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

// Helsinki, Monday to Friday 8 to 16 (UTC+2 in winter).
Instant at(std::string_view point, std::string_view start, std::string_view due, std::string_view target) {
    const time::Calendar calendar(time::tests::office_rules());
    return escalates_at(parse_escalation_point(point), utc(start), utc(due), time::parse_target(target),
                        calendar);
}

} // namespace

TEST_CASE("an escalation comes in the working time of the calendar") {
    //        Mon 12.1. 8-16        Tue 13.1. 8-16
    // start  |8........16|         |8...10 due ...16|
    const std::string_view start = "2026-01-12T06:00:00Z";
    const std::string_view due = "2026-01-13T08:00:00Z"; // 10 in Helsinki, a target of ten hours
    CHECK(at("due", start, due, "10h") == utc(due));
    CHECK(at("due + 4h", start, due, "10h") == utc("2026-01-13T12:00:00Z"));
    CHECK(at("due + 8h", start, due, "10h") == utc("2026-01-14T08:00:00Z"));
    CHECK(at("due - 2h", start, due, "10h") == utc("2026-01-13T06:00:00Z"));
    CHECK(at("due - 4h", start, due, "10h") == utc("2026-01-12T12:00:00Z"));
    CHECK(at("due - 90m", start, due, "10h") == utc("2026-01-13T06:30:00Z"));
    CHECK(at("0.9", start, due, "10h") == utc("2026-01-13T07:00:00Z"));
    CHECK(at("0.5", start, due, "10h") == utc("2026-01-12T11:00:00Z"));
    CHECK(at("due + 1bd", start, due, "10h") == utc("2026-01-14T14:00:00Z"));
    CHECK(at("due - 1d", start, due, "10h") == utc("2026-01-12T08:00:00Z"));
    CHECK(at("due + 1w", start, due, "10h") == utc("2026-01-20T08:00:00Z"));
    CHECK(at("due - 1bd", start, due, "10h") == utc("2026-01-12T06:00:00Z"));
}

TEST_CASE("no escalation comes before the clock starts") {
    CHECK(at("due - 3w", "2026-01-12T06:00:00Z", "2026-01-13T08:00:00Z", "10h")
          == utc("2026-01-12T06:00:00Z"));
    CHECK(at("due - 40h", "2026-01-12T06:00:00Z", "2026-01-13T08:00:00Z", "10h")
          == utc("2026-01-12T06:00:00Z"));
}

TEST_CASE("working time before a deadline is the working time up to it") {
    const time::Calendar calendar(time::tests::office_rules());
    const Instant due = utc("2026-01-08T09:30:00Z"); // after the holidays of the turn of the year
    for (int minutes = 7; minutes < 6000; minutes += 131) {
        const auto point = parse_escalation_point(fmt::format("due - {}m", minutes));
        const auto when =
            escalates_at(point, utc("2025-01-01T00:00:00Z"), due, {1, time::Unit::hours}, calendar);
        CHECK(calendar.working_time(when, due) == std::chrono::minutes{minutes});
        CHECK(calendar.working_time(when + Seconds{1}, due) < std::chrono::minutes{minutes});
    }
}

TEST_CASE("those who hear of it are found by what they are to the complaint") {
    Policy p = policy({});
    p.organisation.owner = "liisa";
    p.teams = {{"returns", "maria", {"maria", "pekka"}}, {"crowd", "", {"anna", "pekka"}}};
    using Keys = std::vector<std::string>;
    const auto told = [&](std::vector<Recipient> notify, std::string_view team, std::string_view assignee) {
        Keys keys;
        for (const auto& each :
             people_to_notify(p, {Clock::resolution, {}, std::move(notify)}, team, assignee))
            if (!each.person.empty()) keys.push_back(each.person);
        return keys;
    };
    CHECK(told({{Role::assignee}, {Role::lead}}, "returns", "pekka") == Keys{"pekka", "maria"});
    CHECK(told({{Role::assignee}, {Role::lead}}, "returns", "maria") == Keys{"maria"});
    CHECK(told({{Role::assignee}, {Role::lead}}, "", "") == Keys{});
    CHECK(told({{Role::lead}}, "crowd", "") == Keys{});
    CHECK(told({{Role::lead}}, "", "pekka") == Keys{"maria"}); // of the first team that pekka is in
    CHECK(told({{Role::owner}}, "", "") == Keys{"liisa"});
    CHECK(told({{{}, "anna", ""}, {{}, "", "returns"}}, "", "") == Keys{"anna", "maria"});
    CHECK(told({{{}, "", "crowd"}}, "returns", "maria") == Keys{"anna", "pekka"});
    const auto vacant =
        people_to_notify(p, {Clock::resolution, {}, {{Role::assignee}, {Role::lead}}}, "", "");
    REQUIRE(vacant.size() == 1);
    CHECK(vacant[0].role == "assignee");
}

} // namespace reklamaatio::rulebook::tests
