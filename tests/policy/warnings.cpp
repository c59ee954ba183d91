// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("a policy knows which desks it does not know") {
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
    CHECK(unknown_desks(p, desks) == std::vector<Desk>{{"", "pekka", 3}, {"sales", "", 1}});
    CHECK(unknown_desks(read(default_toml(), "default.toml"), desks).empty());
}

} // namespace reklamaatio::policy::tests
