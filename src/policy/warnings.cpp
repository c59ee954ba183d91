// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include <map>

namespace reklamaatio::policy {

using rulebook::Policy;

std::vector<Desk> unknown_desks(const Policy& policy, std::span<const Desk> desks) {
    std::map<std::string, std::int64_t> of_strangers;
    std::map<std::string, std::int64_t> of_teams;
    for (const auto& [team, person, unresolved] : desks) {
        const bool known = policy.people.empty() || rulebook::person_named(policy.people, person) != nullptr;
        if (!person.empty() && !known) of_strangers[person] += unresolved;
        const bool has_team = policy.teams.empty() || rulebook::team_named(policy.teams, team) != nullptr;
        if (person.empty() && !team.empty() && !has_team) of_teams[team] += unresolved;
    }
    std::vector<Desk> unknown;
    for (const auto& [person, count] : of_strangers)
        unknown.push_back({"", person, count});
    for (const auto& [team, count] : of_teams)
        unknown.push_back({team, "", count});
    return unknown;
}

} // namespace reklamaatio::policy
