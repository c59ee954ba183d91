// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/people.hpp"

#include "complaint/error.hpp"
#include "time/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {
namespace {

using complaint::BadValue;
using time::tests::date;

std::vector<Person> staff() {
    return {{"maria", "Maria Mäkelä", "maria@example.fi", {}, {}},
            {"pekka", "Pekka", "Pekka@Example.fi", 5000, {}},
            {"silent", "", "", {}, {}}};
}
const std::vector<Team> k_teams{{"returns", "maria", {"pekka"}}, {"sales", "", {"silent"}}};

} // namespace

TEST_CASE("somebody is away on both days of an absence and on those between them") {
    Person maria = staff()[0];
    maria.away = {{date("2026-07-06"), date("2026-07-08")}, {date("2026-12-24"), date("2026-12-24")}};
    for (const auto* day : {"2026-07-06", "2026-07-07", "2026-07-08"})
        CHECK(absence_on(maria.away, date(day)) == maria.away[0]);
    CHECK(absence_on(maria.away, date("2026-12-24")) == maria.away[1]);
    for (const auto* day : {"2026-07-05", "2026-07-09", "2026-12-23", "2026-12-25"})
        CHECK_FALSE(absence_on(maria.away, date(day)));
}

//   6  7  8  9 10 11 12      July
//   [-----]                  one
//         [-----]            meets it
//                  [--]      begins on the next day
TEST_CASE("absences that meet keep somebody away until the last of them ends") {
    const std::vector<Away> away{{date("2026-07-11"), date("2026-07-12")},
                                 {date("2026-07-06"), date("2026-07-08")},
                                 {date("2026-07-08"), date("2026-07-10")}};
    const Away all{date("2026-07-06"), date("2026-07-12")};
    CHECK(absence_on(away, date("2026-07-06")) == all);
    CHECK(absence_on(away, date("2026-07-12")) == all);
    CHECK_FALSE(absence_on(away, date("2026-07-13")));
}

TEST_CASE("what is told of an absence ends the one that lasts and leaves what is to come") {
    const auto today = date("2026-07-08");
    const Away week{date("2026-07-06"), date("2026-07-10")};
    const Away later{date("2026-07-20"), date("2026-07-31")};
    const auto told = [&](const char* first, const char* last) {
        return with_absence({{date("2026-07-01"), date("2026-07-02")}, week, later},
                            {date(first), date(last)}, today);
    };
    // Shorter than was said, and longer.
    CHECK(told("2026-07-08", "2026-07-08") == std::vector<Away>{{week.first, today}, later});
    CHECK(told("2026-07-08", "2026-07-14") == std::vector<Away>{{week.first, date("2026-07-14")}, later});
    // Ill before the holiday begins, which is no shorter for that.
    CHECK(told("2026-07-18", "2026-07-22") == std::vector<Away>{week, {date("2026-07-18"), later.last}});
}

TEST_CASE("who is back has no absence that lasts and else none that is to come") {
    const auto today = date("2026-07-08");
    const Away week{date("2026-07-06"), date("2026-07-10")};
    const Away later{date("2026-07-20"), date("2026-07-31")};
    CHECK(without_absence({week, later}, today) == std::vector<Away>{later});
    CHECK(without_absence({later}, today).empty());
}

TEST_CASE("the lead is in the team as its members are") {
    CHECK(is_in(k_teams[0], "maria"));
    CHECK(is_in(k_teams[0], "pekka"));
    CHECK_FALSE(is_in(k_teams[0], "silent"));
    CHECK_FALSE(is_in(k_teams[1], "pekka"));
}

TEST_CASE("a person is meant by key or whole name or address in whatever case") {
    const auto people = staff();
    for (const auto* who : {"maria", "MARIA", "maria mäkelä", "Maria Makela", "MARIA@EXAMPLE.FI"})
        CHECK(person_meant(people, who) == &people[0]);
    CHECK(person_meant(people, "pekka@example.fi") == &people[1]);
    for (const auto* who : {"", "mari", "Maria M", "Mäkelä", "maria@example", "@example.fi"})
        CHECK(person_meant(people, who) == nullptr);
    CHECK(person_named(people, "pekka") == &people[1]);
    CHECK(person_named(people, "Pekka") == nullptr); // a key is exact
    CHECK(team_named(k_teams, "sales") == &k_teams[1]);
    CHECK(team_named(k_teams, "Sales") == nullptr);
}

TEST_CASE("whom a policy does not name is unknown unless it names nobody") {
    const auto people = staff();
    CHECK(known_person(people, "Maria Mäkelä") == "maria");
    CHECK_THROWS_AS(known_person(people, "marja"), BadValue);
    CHECK_THROWS_AS(known_person(people, ""), BadValue);
    CHECK(known_person({}, "Whoever") == "Whoever");
    CHECK(known_team(k_teams, "RETURNS") == "returns");
    CHECK_THROWS_AS(known_team(k_teams, "retruns"), BadValue);
    CHECK(known_team({}, "Whichever") == "Whichever");
}

TEST_CASE("a team that stands for a person is told by its prefix") {
    CHECK(team_meant_by(called_team("returns")) == "returns");
    CHECK(team_meant_by("team:") == "");
    CHECK_FALSE(team_meant_by("returns"));
    CHECK_FALSE(team_meant_by("Team:returns"));
    CHECK(owner_of("returns", "pekka") == "pekka");
    CHECK(team_meant_by(owner_of("returns", "")) == "returns");
    CHECK(owner_of("", "").empty());
}

TEST_CASE("a key that the policy refers to must be there as it is written") {
    const auto people = staff();
    CHECK_NOTHROW(check_person(people, "maria"));
    CHECK_THROWS_AS(check_person(people, "Maria"), BadValue);
    CHECK_THROWS_AS(check_person({}, "maria"), BadValue);
    CHECK_NOTHROW(check_team(k_teams, "sales"));
    CHECK_THROWS_AS(check_team(k_teams, "team:sales"), BadValue);
}

} // namespace reklamaatio::rulebook::tests
