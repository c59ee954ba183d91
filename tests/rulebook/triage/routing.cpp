// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/routing.hpp"

#include "rulebook/history.hpp"

#include <random>

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

time::Date day(std::string_view iso) {
    return time::date_from_iso(iso).value();
}

// maria leads; pekka is away over Christmas, both days included.
Policy office() {
    Policy made = policy({});
    made.people = {{"maria", "Maria", "", {}, {{day("2026-12-24"), day("2026-12-26")}}},
                   {"pekka", "Pekka", "", {}, {{day("2026-12-20"), day("2027-01-06")}}},
                   {"anna", "Anna", "", {}, {}}};
    made.teams = {{"returns", "maria", {"pekka", "anna"}}, {"empty", "maria", {}}, {"adrift", "", {"pekka"}}};
    return made;
}

std::string routed_to(std::string_view date, const std::vector<Load>& loads,
                      std::string_view team = "returns") {
    return route(office(), team, loads, day(date)).person;
}

} // namespace

TEST_CASE("the least loaded present member gets it") {
    CHECK(routed_to("2026-11-20", {{"pekka", 3, {}}, {"anna", 2, {}}}) == "anna");
    CHECK(routed_to("2026-11-20", {{"pekka", 1, {}}, {"anna", 2, {}}}) == "pekka");
    CHECK(routed_to("2026-11-20", {{"pekka", 1, {}}}) == "anna"); // who is not in the list has nothing
    CHECK(route(office(), "returns", {}, day("2026-11-20")).why
          == "the least loaded of the 2 present in team returns: 0 unresolved");
}

TEST_CASE("both ends of an absence belong to it") {
    CHECK(routed_to("2026-12-19", {}) == "pekka");
    CHECK(routed_to("2026-12-20", {}) == "anna");
    CHECK(routed_to("2027-01-06", {}) == "anna");
    CHECK(routed_to("2027-01-07", {}) == "pekka");
}

TEST_CASE("of equals it is who was assigned something longest ago and then who stands first") {
    const auto early = utc("2026-11-01T08:00:00Z");
    const auto late = utc("2026-11-02T08:00:00Z");
    CHECK(routed_to("2026-11-20", {{"pekka", 1, late}, {"anna", 1, early}}) == "anna");
    CHECK(routed_to("2026-11-20", {{"pekka", 1, early}, {"anna", 1, late}}) == "pekka");
    CHECK(routed_to("2026-11-20", {{"pekka", 1, early}, {"anna", 1, {}}}) == "anna");
    CHECK(routed_to("2026-11-20", {{"anna", 1, early}, {"pekka", 1, early}}) == "pekka");
}

TEST_CASE("when all are away it goes to the lead who may be away as well") {
    Policy p = office();
    p.people[2].away = {{day("2026-12-23"), day("2026-12-31")}};
    auto routed = route(p, "returns", {}, day("2026-12-23"));
    CHECK(routed.person == "maria");
    CHECK(routed.why == "everybody in team returns is away, so it goes to the lead");
    routed = route(p, "returns", {}, day("2026-12-24"));
    CHECK(routed.person == "maria");
    CHECK(routed.why == "everybody in team returns is away, so it goes to the lead, who is away, too");
    routed = route(p, "adrift", {}, day("2026-12-24"));
    CHECK(routed.person.empty());
    CHECK(routed.why == "everybody in team adrift is away, and it has no lead");
    CHECK(route(p, "empty", {}, day("2026-11-20")).why
          == "team empty has no members, so it goes to the lead");
}

TEST_CASE("a person who is there gets what is meant for them and somebody stands in for one who is away") {
    const auto sent = [](const Policy& p, const Assignment& meant, std::string_view date,
                         const std::vector<Load>& loads = {}) {
        return destination_of(p, meant, loads, day(date));
    };
    const Policy p = office();
    auto to = sent(p, {"", "pekka"}, "2026-11-20");
    CHECK(to.person == "pekka");
    CHECK(to.team.empty());
    CHECK(to.why.empty());
    CHECK_FALSE(to.is_makeshift);
    CHECK(team_to_choose_from(p, {"", "pekka"}, day("2026-11-20")) == nullptr);

    // pekka's first team is returns, where anna is.
    CHECK(team_to_choose_from(p, {"", "pekka"}, day("2026-12-20"))->key == "returns");
    to = sent(p, {"", "pekka"}, "2026-12-20");
    CHECK(to.person == "anna");
    CHECK(to.team == "returns");
    CHECK(to.why == "pekka is away; the least loaded of the 1 present in team returns: 0 unresolved");
    CHECK(to.is_makeshift);

    // A lead is in the team, too.
    to = sent(p, {"", "maria"}, "2026-12-24");
    CHECK(to.person == "anna");

    Policy alone = office();
    alone.teams.clear();
    to = sent(alone, {"", "pekka"}, "2026-12-20");
    CHECK(to.person.empty());
    CHECK(to.why == "pekka is away, and is in no team, so nobody stands in");
    CHECK(to.is_makeshift);
}

TEST_CASE("what is meant for a team goes to one of it and keeps the team when nobody is there") {
    const Policy p = office();
    auto to = destination_of(p, {"returns", ""}, std::vector<Load>{{"pekka", 2, {}}}, day("2026-11-20"));
    CHECK(to.team == "returns");
    CHECK(to.person == "anna");
    CHECK(to.why == "the least loaded of the 2 present in team returns: 0 unresolved");
    CHECK_FALSE(to.is_makeshift);
    to = destination_of(p, {"adrift", ""}, {}, day("2026-12-24"));
    CHECK(to.team == "adrift");
    CHECK(to.person.empty());
    CHECK(to.is_makeshift);
    CHECK(team_to_choose_from(p, {"sales", ""}, day("2026-11-20")) == nullptr);
}

TEST_CASE("without a team or with an unknown one there is nobody") {
    CHECK(route(office(), "", {}, day("2026-11-20")).why == "no team, so there is nobody to choose from");
    const auto routed = route(office(), "sales", {}, day("2026-11-20"));
    CHECK(routed.person.empty());
    CHECK(routed.why == "the policy has no team sales");
}

TEST_CASE("many complaints in a row are dealt evenly") {
    Policy p = office();
    std::vector<Load> loads{{"pekka", 0, {}}, {"anna", 4, {}}};
    std::map<std::string, int> got;
    for (int i = 0; i < 24; ++i) {
        const auto person = route(p, "returns", loads, day("2026-11-20")).person;
        const auto load = std::ranges::find(loads, person, &Load::person);
        ++load->unresolved;
        load->last_assigned_at = utc("2026-11-20T08:00:00Z") + std::chrono::minutes{i};
        ++got[person];
    }
    CHECK(got["pekka"] == 14);
    CHECK(got["anna"] == 10);
}

TEST_CASE("random loads and absences are routed as a look at everybody says") {
    std::mt19937 random(11);
    const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    for (int round = 0; round < 5000; ++round) {
        Policy p = policy({});
        std::vector<Load> loads;
        std::vector<bool> present;
        Team team{"t", "p0", {}};
        const time::Date date = day("2026-11-20");
        for (int i = 0; i < 5; ++i) {
            Person person{fmt::format("p{}", i), "", "", {}, {}};
            if (pick(2) == 0) {
                const auto first = date - std::chrono::days{pick(3)};
                person.away.push_back({first, first + std::chrono::days{pick(3)}});
            }
            present.push_back(person.away.empty() || date > person.away[0].last);
            team.members.push_back(person.key);
            Load load{person.key, static_cast<std::size_t>(pick(2)), {}};
            if (pick(1) == 0) load.last_assigned_at = Instant{std::chrono::hours{pick(2)}};
            loads.push_back(load);
            p.people.push_back(std::move(person));
        }
        p.teams = {team};
        std::optional<int> best;
        for (int i = 0; i < 5; ++i) {
            if (!present[static_cast<std::size_t>(i)]) continue;
            const auto& mine = loads[static_cast<std::size_t>(i)];
            if (best) {
                const auto& theirs = loads[static_cast<std::size_t>(*best)];
                if (mine.unresolved > theirs.unresolved) continue;
                const auto since = [](const Load& l) {
                    return l.last_assigned_at ? l.last_assigned_at->time_since_epoch().count() : -1;
                };
                if (mine.unresolved == theirs.unresolved && since(mine) >= since(theirs)) continue;
            }
            best = i;
        }
        std::ranges::shuffle(loads, random);
        CHECK(route(p, "t", loads, date).person == fmt::format("p{}", best.value_or(0)));
    }
}

TEST_CASE("what staff tell of their absence counts as what the policy says of it") {
    Policy p;
    p.people = {{"maria", "", "", {}, {}}, {"pekka", "", "", {}, {{day("2026-12-01"), day("2026-12-02")}}}};
    p.teams = {{"returns", "", {"pekka", "maria"}}};
    p.absences = {{"pekka", {{day("2026-12-03"), day("2026-12-04")}}}};
    CHECK(is_present(p, "pekka", day("2026-11-30")));
    CHECK_FALSE(is_present(p, "pekka", day("2026-12-04")));
    CHECK(absence_of(p, "pekka", day("2026-12-01")) == Away{day("2026-12-01"), day("2026-12-04")});
    CHECK(route(p, "returns", {}, day("2026-12-04")).person == "maria");
    CHECK(is_present(p, "pekka", day("2026-12-05")));
    // Who is none of the people may tell of an absence where the policy names none.
    Policy bare;
    bare.absences = {{"Sami", {{day("2026-12-03"), day("2026-12-04")}}}};
    CHECK(is_present(bare, "Sami", day("2026-12-02")));
    CHECK_FALSE(is_present(bare, "Sami", day("2026-12-03")));
}

} // namespace reklamaatio::rulebook::tests
