// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

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

} // namespace reklamaatio::policy::tests
