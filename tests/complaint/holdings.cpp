// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/holdings.hpp"

#include "complaint/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

time::Instant hour(int number) {
    return utc("2026-01-12T00:00:00Z") + std::chrono::hours{number};
}

Holding turn(int from, std::string team, std::string assignee, std::optional<int> assigned = {}) {
    return {hour(from), std::move(team), std::move(assignee),
            assigned ? std::optional(hour(*assigned)) : std::nullopt};
}

// An event at that hour by which a person, or a team, gets it.
Event given(int at, std::string team, std::string assignee) {
    Event event;
    event.kind = EventKind::assigned;
    event.happened_at = hour(at);
    const auto since = assignee.empty() ? Value{} : Value{hour(at).time_since_epoch().count()};
    event.changes = {{"team", {}, team}, {"assignee", {}, assignee}, {"assigned_at", {}, since}};
    return event;
}

Event noted(int at) {
    Event event;
    event.happened_at = hour(at);
    return event;
}

} // namespace

TEST_CASE("each turn begins when somebody else gets the complaint") {
    const std::vector<Event> events{
        noted(0),        given(1, "returns", ""), noted(2), given(3, "", "maria"), given(4, "", "maria"),
        given(5, "", "")};
    const std::vector<Holding> turns{turn(0, "", ""), turn(1, "returns", ""), turn(3, "", "maria", 3),
                                     turn(5, "", "")};
    CHECK(holdings(events) == turns);
    CHECK(first_assigned_at(turns) == hour(3));
    CHECK(holdings(std::vector<Event>{}).empty());
}

TEST_CASE("only another person makes it a hand-over") {
    CHECK(count_hand_overs(std::vector<Holding>{}) == 0);
    CHECK(count_hand_overs(std::vector{turn(0, "", ""), turn(1, "", "maria")}) == 0);
    CHECK(count_hand_overs(std::vector{turn(0, "", "maria"), turn(1, "returns", ""), turn(2, "", "maria")})
          == 0);
    CHECK(count_hand_overs(
              std::vector{turn(0, "", "maria"), turn(1, "", "pekka"), turn(2, "", ""), turn(3, "", "maria")})
          == 2);
}

TEST_CASE("nobody knows since when the one had it with whom it came from a file") {
    CHECK_FALSE(first_assigned_at(std::vector{turn(0, "", "maria"), turn(1, "", "pekka", 1)}));
    CHECK_FALSE(first_assigned_at(std::vector{turn(0, "returns", "")}));
}

} // namespace reklamaatio::complaint::tests
