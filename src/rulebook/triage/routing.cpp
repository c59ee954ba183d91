// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/routing.hpp"

#include "complaint/handling.hpp"
#include "rulebook/policy.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

Load load_of(std::span<const Load> loads, const std::string& person) {
    const auto found = std::ranges::find(loads, person, &Load::person);
    return found == loads.end() ? Load{person, 0, std::nullopt} : *found;
}

Routed route_to_lead(const Policy& policy, const Team& team, time::Date date) {
    const auto nobody = team.members.empty() ? fmt::format("team {} has no members", team.key)
                                             : fmt::format("everybody in team {} is away", team.key);
    if (team.lead.empty()) return {"", fmt::format("{}, and it has no lead", nobody), true};
    return {team.lead,
            fmt::format("{}, so it goes to the lead{}", nobody,
                        is_present(policy, team.lead, date) ? "" : ", who is away, too"),
            true};
}

} // namespace

const Team* team_behind(const Policy& policy, std::string_view team, std::string_view person) {
    if (!team.empty()) return team_named(policy.teams, team);
    if (person.empty()) return nullptr;
    const auto theirs =
        std::ranges::find_if(policy.teams, [&](const Team& each) { return is_in(each, person); });
    return theirs == policy.teams.end() ? nullptr : &*theirs;
}

std::vector<Away> absences_of(const Policy& policy, std::string_view key) {
    std::vector<Away> all;
    if (const Person* person = person_named(policy.people, key)) all = person->away;
    for (const auto& told : policy.absences)
        if (told.person == key) all.insert(all.end(), told.away.begin(), told.away.end());
    return all;
}

std::optional<Away> absence_of(const Policy& policy, std::string_view key, time::Date date) {
    return absence_on(absences_of(policy, key), date);
}

bool is_present(const Policy& policy, std::string_view key, time::Date date) {
    // A policy that names nobody knows of nobody who left.
    const bool is_known = policy.people.empty() || person_named(policy.people, key) != nullptr;
    return is_known && !absence_of(policy, key, date);
}

Routed route(const Policy& policy, std::string_view name, std::span<const Load> loads, time::Date date) {
    if (name.empty()) return {"", "no team, so there is nobody to choose from", true};
    const Team* team = team_named(policy.teams, name);
    if (team == nullptr) return {"", fmt::format("the policy has no team {}", name), true};

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

const Team* team_to_choose_from(const Policy& policy, const complaint::Assignment& meant, time::Date date) {
    if (meant.assignee.empty()) return team_named(policy.teams, meant.team);
    if (is_present(policy, meant.assignee, date)) return nullptr;
    return team_behind(policy, "", meant.assignee);
}

Destination destination_of(const Policy& policy, const complaint::Assignment& meant,
                           std::span<const Load> loads, time::Date date) {
    if (meant.assignee.empty()) {
        const Routed routed = route(policy, meant.team, loads, date);
        return {meant.team, routed.person, routed.why, routed.is_makeshift};
    }
    if (is_present(policy, meant.assignee, date)) return {meant.team, meant.assignee, "", false};
    const Team* team = team_to_choose_from(policy, meant, date);
    if (team == nullptr)
        return {meant.team, "",
                fmt::format("{} is away, and is in no team, so nobody stands in", meant.assignee), true};
    const Routed routed = route(policy, team->key, loads, date);
    return {team->key, routed.person, fmt::format("{} is away; {}", meant.assignee, routed.why), true};
}

} // namespace reklamaatio::rulebook
