// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/people.hpp"

#include "policy/faults.hpp"

#include <random>

namespace reklamaatio::policy::tests {
namespace {

// Five lines.
constexpr std::string_view k_head = R"([organisation]
timezone = "Europe/Helsinki"
[person.maria]
name = "Maria Virtanen"
[person.pekka]
)";

time::Date day(std::string_view iso) {
    return time::date_from_iso(iso).value();
}

} // namespace

TEST_CASE("people and teams are read in the order of the file") {
    const auto p = read(R"([organisation]
owner = "pekka"
[person.pekka]
name = "Pekka Nieminen"
email = "pekka@example.fi"
authority = 49.90
away = ["2026-12-20..2027-01-06", "2027-02-15"]
[person.anna]
authority = 0
[team.returns]
lead = "anna"
members = ["pekka", "anna"]
[team.all]
members = "anna"
)",
                        "p.toml");
    REQUIRE(p.people.size() == 2);
    CHECK(p.people[0].key == "pekka");
    CHECK(p.people[0].name == "Pekka Nieminen");
    CHECK(p.people[0].email == "pekka@example.fi");
    CHECK(p.people[0].authority == 4990);
    CHECK(p.people[0].away
          == std::vector<rulebook::Away>{{day("2026-12-20"), day("2027-01-06")},
                                         {day("2027-02-15"), day("2027-02-15")}});
    CHECK(p.people[1].name == "anna"); // the key stands for it
    CHECK(p.people[1].authority == 0);
    REQUIRE(p.teams.size() == 2);
    CHECK(p.teams[0].key == "returns");
    CHECK(p.teams[0].lead == "anna");
    CHECK(p.teams[0].members == std::vector<std::string>{"pekka", "anna"});
    CHECK(p.teams[1].lead.empty());
    CHECK(p.organisation.owner == "pekka");
    CHECK_FALSE(read("[organisation]\n[person.x]\n", "p").people[0].authority);
}

TEST_CASE("what is wrong with a person is named where it stands") {
    const std::string sum = " must be a sum of money that is not negative, such as 200 or 49.90";
    check_behind(
        k_head,
        {
            {"authority = 200\n", ""},
            {"authority = 0.1\n", ""},
            {"authority = 1000000.99\n", ""},
            {"authority = -1\n", "p.toml:6:13: [person.pekka]: authority" + sum},
            {"authority = 49.905\n", "p.toml:6:13: [person.pekka]: authority" + sum},
            {"authority = nan\n", "p.toml:6:13: [person.pekka]: authority" + sum},
            {"authority = inf\n", "p.toml:6:13: [person.pekka]: authority" + sum},
            {"authority = \"200\"\n", "p.toml:6:13: [person.pekka]: authority must be a number"},
            {"email = \"pekka\"\n", "p.toml:6:9: 'pekka' is not an e-mail address; write name@example.com"},
            {"name = 5\n", "p.toml:6:8: [person.pekka]: name must be a string in quotes"},
            {"mail = \"x\"\n", "p.toml:6:1: [person.pekka] has no key 'mail'; did you mean 'email'?"},
            {"[person]\nanna = \"x\"\n", "p.toml:7:8: person.anna must be a table; write [person.anna]"},
        });
}

TEST_CASE("absences that cannot be are named where they stand") {
    const std::string neither =
        " is neither a date nor a range of dates; write 2026-12-24, or 2026-12-20..2027-01-06";
    check_behind(
        k_head,
        {
            {"away = \"2026-12-24\"\n", ""},
            {"away = [\"2026-12-24..2026-12-24\"]\n", ""},
            {"away = []\n", ""},
            {"away = [\"2026-12-24\", \"2027-01-06..2026-12-20\"]\n",
             "p.toml:6:23: '2027-01-06..2026-12-20' ends before it begins; write 2026-12-20..2027-01-06"},
            {"away = [\"2026-12-24-2026-12-26\"]\n", "p.toml:6:9: '2026-12-24-2026-12-26'" + neither},
            {"away = [\"2026-12-24..\"]\n", "p.toml:6:9: '2026-12-24..'" + neither},
            {"away = [\"2026-02-29\"]\n", "p.toml:6:9: '2026-02-29'" + neither},
            {"away = [\"24.12.2026\"]\n", "p.toml:6:9: '24.12.2026'" + neither},
            {"away = [2026-12-24]\n", "p.toml:6:9: [person.pekka]: away must have only strings in quotes"},
        });
}

TEST_CASE("a team has people in it who are known") {
    check_behind(
        k_head,
        {
            {"[team.returns]\nlead = \"maria\"\nmembers = [\"maria\", \"pekka\"]\n", ""},
            {"[team.returns]\nlead = \"mari\"\n",
             "p.toml:7:8: there is no [person.mari]; did you mean 'maria'?"},
            {"[team.returns]\nmembers = [\"pekka\", \"liisa\"]\n", "p.toml:7:21: there is no [person.liisa]"},
            {"[team.returns]\nmembers = [\"pekka\", \"pekka\"]\n",
             "p.toml:7:21: 'pekka' is listed twice; remove one"},
            {"[team.returns]\n", "p.toml:6:1: [team.returns] has nobody in it; add a lead, or members"},
            {"[team.returns]\nmembers = []\n",
             "p.toml:6:1: [team.returns] has nobody in it; add a lead, or members"},
            {"[team.returns]\nleader = \"maria\"\nmembers = [\"maria\"]\n",
             "p.toml:7:1: [team.returns] has no key 'leader'; did you mean 'lead'?"},
            {"[[sla]]\nteam = [\"sales\"]\n[team.returns]\nlead = \"maria\"\n",
             "p.toml:7:9: there is no [team.sales]"},
        });
}

TEST_CASE("keys can be typed and are no words of the program") {
    const std::string cannot =
        " cannot be a key; use letters, digits, - _ and ., and none of the words assignee, "
        "lead, owner and nobody";
    check_behind(k_head, {
                             {"[person.\"Anna K\"]\n", "p.toml:6:1: 'Anna K'" + cannot},
                             {"[person.owner]\n", "p.toml:6:1: 'owner'" + cannot},
                             {"[person.nobody]\n", "p.toml:6:1: 'nobody'" + cannot},
                             {"[team.nobody]\nlead = \"maria\"\n", "p.toml:6:1: 'nobody'" + cannot},
                             {"[team.\"a:b\"]\nlead = \"maria\"\n", "p.toml:6:1: 'a:b'" + cannot},
                             {"[person.\"päivi.k-2\"]\n", ""},
                         });
}

TEST_CASE("the owner is one of the people where there are any") {
    CHECK(faults_of("[organisation]\nowner = \"anybody\"\n").empty());
    CHECK(faults_of("[organisation]\nowner = \"mara\"\n[person.maria]\n")
          == "p.toml:2:9: there is no [person.mara]; did you mean 'maria'?");
    CHECK(faults_of("[person.maria]\n[organisation]\nowner = \"maria\"\n").empty());
}

TEST_CASE("somebody is away on random dates as a look at each of them says") {
    std::mt19937 random(5);
    const time::Date zero = day("2026-12-01");
    const auto pick = [&](int most) {
        return std::chrono::days{std::uniform_int_distribution(0, most)(random)};
    };
    for (int round = 0; round < 500; ++round) {
        std::set<time::Date> away;
        std::string list;
        for (int i = 0; i < 3; ++i) {
            const auto first = zero + pick(60);
            const auto last = first + pick(9);
            for (auto date = first; date <= last; date += std::chrono::days{1})
                away.insert(date);
            list += fmt::format("\"{}..{}\", ", time::to_iso(first), time::to_iso(last));
        }
        const auto p = read(fmt::format("[organisation]\n[person.x]\naway = [{}]\n", list), "p.toml");
        for (auto date = zero - std::chrono::days{2}; date < zero + std::chrono::days{75};
             date += std::chrono::days{1})
            CHECK(rulebook::absence_on(p.people[0].away, date).has_value() == away.contains(date));
    }
}

} // namespace reklamaatio::policy::tests
