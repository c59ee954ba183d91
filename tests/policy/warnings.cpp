// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("what is legal but odd is said without being a fault") {
    const auto p = read(R"([organisation]
owner = "liisa"
[calendar.office]
hours.mon = ["08:00-16:00"]
[calendar.night]
hours.mon = ["00:00-04:00"]
[person.liisa]
email = "info@example.fi"
[person.maria]
email = "info@example.fi"
[person.anna]
[team.returns]
lead = "maria"
[team.adrift]
members = ["maria"]
[[sla]]
name = "all"
response = "4h"
[[sla]]
name = "claims"
kind = "claim"
[[escalation]]
clock = "resolution"
notify = "owner"
)",
                        "p.toml");
    CHECK(warnings_about(p)
          == std::vector<std::string>{
              "team 'returns' has no members, so all its work goes to its lead",
              "team 'adrift' has no lead, so nobody gets its work when all are away",
              "'maria' has the e-mail address of somebody else", "'anna' is in no team",
              "'anna' has no e-mail address, so alerts go to the lead instead",
              "calendar 'night' is used by no service level",
              "service level 'claims' is never used: 'all' before it has no conditions, so it always wins",
              "the escalation of resolution never comes: no service level has a target for it"});
}

TEST_CASE("a policy that does not know who handles complaints says so") {
    const auto p = read(R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
[person.maria]
[team.returns]
lead = "maria"
)",
                        "p.toml");
    const std::vector<Desk> desks{{"", "", 5},          {"", "maria", 2},      {"", "pekka", 1},
                                  {"returns", "", 3},   {"sales", "pekka", 2}, {"sales", "", 1},
                                  {"sales", "maria", 4}};
    CHECK(warnings_about_desks(p, desks)
          == std::vector<std::string>{
              "3 unresolved complaints of 'pekka', whom the policy does not know; see reklamaatio list "
              "--assignee pekka",
              "1 unresolved complaint of team 'sales', which the policy does not have, and of nobody in "
              "person; see reklamaatio list --unassigned --team sales"});
    CHECK(warnings_about_desks(read(default_toml(), "default.toml"), desks).empty());
}

TEST_CASE("nothing is odd about the default policy") {
    CHECK(warnings_about(read(default_toml(), "default.toml")).empty());
}

} // namespace reklamaatio::policy::tests
