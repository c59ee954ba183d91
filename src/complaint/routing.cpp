// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/routing.hpp"

#include "complaint/policy.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

bool is_present(const Policy& policy, std::string_view key, time::Date date) {
    const Person* person = person_named(policy.people, key);
    return person == nullptr || !is_away(*person, date);
}

Load load_of(std::span<const Load> loads, const std::string& person) {
    const auto found = std::ranges::find(loads, person, &Load::person);
    return found == loads.end() ? Load{person, 0, std::nullopt} : *found;
}

Routed route_to_lead(const Policy& policy, const Team& team, time::Date date) {
    const auto nobody = team.members.empty() ? fmt::format("team {} has no members", team.key)
                                             : fmt::format("everybody in team {} is away", team.key);
    if (team.lead.empty()) return {"", fmt::format("{}, and it has no lead", nobody)};
    return {team.lead, fmt::format("{}, so it goes to the lead{}", nobody,
                                   is_present(policy, team.lead, date) ? "" : ", who is away, too")};
}

} // namespace

Routed route(const Policy& policy, std::string_view name, std::span<const Load> loads, time::Date date) {
    if (name.empty()) return {"", "no team, so there is nobody to choose from"};
    const Team* team = team_named(policy.teams, name);
    if (team == nullptr) return {"", fmt::format("the policy has no team {}", name)};

    std::vector<Load> present;
    for (const auto& member : team->members)
        if (is_present(policy, member, date)) present.push_back(load_of(loads, member));
    if (present.empty()) return route_to_lead(policy, *team, date);

    // An empty optional is before every instant; the first of equals stands first in the team.
    const auto least = std::ranges::min_element(
        present, {}, [](const Load& load) { return std::tuple(load.unresolved, load.last_assigned_at); });
    return {least->person, fmt::format("the least loaded of the {} present in team {}: {} unresolved",
                                       present.size(), name, least->unresolved)};
}

} // namespace reklamaatio::complaint
