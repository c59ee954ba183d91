// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include "text/plural.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::policy {

using rulebook::Policy;

std::vector<std::string> warnings_about_desks(const Policy& policy, std::span<const Desk> desks) {
    std::map<std::string, std::int64_t> of_strangers;
    std::map<std::string, std::int64_t> of_teams;
    for (const auto& [team, person, unresolved] : desks) {
        const bool known = policy.people.empty() || rulebook::person_named(policy.people, person) != nullptr;
        if (!person.empty() && !known) of_strangers[person] += unresolved;
        const bool has_team = policy.teams.empty() || rulebook::team_named(policy.teams, team) != nullptr;
        if (person.empty() && !team.empty() && !has_team) of_teams[team] += unresolved;
    }
    std::vector<std::string> said;
    const auto complaints = [](std::int64_t count) { return text::plural(count, "unresolved complaint"); };
    for (const auto& [person, count] : of_strangers)
        said.push_back(fmt::format("{} of '{}', whom the policy does not know; see reklamaatio list "
                                   "--assignee {}",
                                   complaints(count), person, person));
    for (const auto& [team, count] : of_teams)
        said.push_back(
            fmt::format("{} of team '{}', which the policy does not have, and of nobody in person; "
                        "see reklamaatio list --unassigned --team {}",
                        complaints(count), team, team));
    return said;
}

} // namespace reklamaatio::policy
