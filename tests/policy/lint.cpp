// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("what is legal but odd is said where it stands without being a fault") {
    CHECK(
        warnings_of(R"([organisation]
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
)")
        == Lines{
            "p.toml:5:1: warning: calendar 'night' is used by no service level; add calendar = \"night\" to "
            "one, or remove it",
            "p.toml:10:9: warning: 'maria' has the e-mail address of 'liisa', so each gets the other's "
            "alerts as well; give each their own",
            "p.toml:11:1: warning: 'anna' is in no team, so nobody stands in for 'anna'; add 'anna' to the "
            "members of one",
            "p.toml:11:1: warning: 'anna' has no e-mail address, so alerts go to the lead instead; add email",
            "p.toml:12:1: warning: team 'returns' has no members, so all its work goes to its lead; add "
            "members",
            "p.toml:14:1: warning: team 'adrift' has no lead, so nobody gets its work when all are away; add "
            "lead",
            never_used(19, "claims", "all"),
            "p.toml:23:9: warning: the escalation of resolution never comes: no service level has a target "
            "for it; add resolution to one, or remove it"});
}

TEST_CASE("nothing is odd about the default policy") {
    CHECK(warnings_of(std::string(default_toml())).empty());
}

} // namespace reklamaatio::policy::tests
