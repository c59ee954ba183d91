// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/warnings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::Policy;
using Sentences = std::vector<std::string>;

bool has_no_conditions(const complaint::Conditions& when) {
    return when.kind.empty() && when.priority.empty() && when.harm.empty() && when.category.empty()
           && when.product.empty() && when.channel.empty() && when.team.empty();
}

void look_at_slas(const Policy& policy, Sentences& said) {
    const auto last = std::ranges::find_if(
        policy.slas, [](const complaint::Sla& sla) { return has_no_conditions(sla.when); });
    if (last == policy.slas.end()) return;
    for (auto sla = last + 1; sla != policy.slas.end(); ++sla)
        said.push_back(fmt::format(
            "service level '{}' is never used: '{}' before it has no conditions, so it always wins",
            sla->name, last->name));
}

void look_at_calendars(const Policy& policy, Sentences& said) {
    for (std::size_t i = 1; i < policy.calendars.size(); ++i)
        if (std::ranges::none_of(policy.slas, [&](const complaint::Sla& sla) { return sla.calendar == i; }))
            said.push_back(
                fmt::format("calendar '{}' is used by no service level", policy.calendars[i].name()));
}

void look_at_people(const Policy& policy, Sentences& said) {
    std::set<std::string> in_teams;
    for (const auto& team : policy.teams) {
        in_teams.insert(team.lead);
        in_teams.insert(team.members.begin(), team.members.end());
        if (team.members.empty())
            said.push_back(
                fmt::format("team '{}' has no members, so all its work goes to its lead", team.key));
        if (team.lead.empty())
            said.push_back(
                fmt::format("team '{}' has no lead, so nobody gets its work when all are away", team.key));
    }
    std::set<std::string> addresses;
    for (const auto& person : policy.people) {
        if (!policy.teams.empty() && !in_teams.contains(person.key)
            && person.key != policy.organisation.owner)
            said.push_back(fmt::format("'{}' is in no team", person.key));
        if (person.email.empty())
            said.push_back(
                fmt::format("'{}' has no e-mail address, so alerts go to the lead instead", person.key));
        else if (!addresses.insert(person.email).second)
            said.push_back(fmt::format("'{}' has the e-mail address of somebody else", person.key));
    }
}

void look_at_escalations(const Policy& policy, Sentences& said) {
    std::set<complaint::Clock> told;
    for (const auto& escalation : policy.escalations) {
        const bool has_target = std::ranges::any_of(
            policy.slas, [&](const complaint::Sla& sla) { return sla.target(escalation.clock).has_value(); });
        const auto clock = word(escalation.clock);
        // A promise brings its own deadline.
        if (!has_target && clock != "promise" && told.insert(escalation.clock).second)
            said.push_back(
                fmt::format("the escalation of {} never comes: no service level has a target for it", clock));
    }
}

} // namespace

std::vector<std::string> warnings_about(const Policy& policy) {
    Sentences said;
    look_at_people(policy, said);
    look_at_calendars(policy, said);
    look_at_slas(policy, said);
    look_at_escalations(policy, said);
    return said;
}

std::vector<std::string> warnings_about_desks(const Policy& policy, std::span<const Desk> desks) {
    std::map<std::string, std::int64_t> of_strangers;
    std::map<std::string, std::int64_t> of_teams;
    for (const auto& [team, person, unresolved] : desks) {
        const bool known = policy.people.empty() || complaint::person_named(policy.people, person) != nullptr;
        if (!person.empty() && !known) of_strangers[person] += unresolved;
        const bool has_team = policy.teams.empty() || complaint::team_named(policy.teams, team) != nullptr;
        if (person.empty() && !team.empty() && !has_team) of_teams[team] += unresolved;
    }
    Sentences said;
    const auto complaints = [](std::int64_t count) {
        return fmt::format("{} unresolved complaint{}", count, count == 1 ? "" : "s");
    };
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
