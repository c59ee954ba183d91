// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using rulebook::Person;
using rulebook::Policy;
using rulebook::Team;

bool is_in_a_team(const Policy& policy, const std::string& person) {
    return std::ranges::any_of(policy.teams, [&](const Team& team) { return is_in(team, person); });
}

bool can_be_told(const Policy& policy, const std::string& key) {
    const Person* person = rulebook::person_named(policy.people, key);
    return person != nullptr && !person->email.empty();
}

// Who is told what is meant for somebody without an address; see complaint::addressee_of. What is done by
// somebody of no team may be any team's.
std::string_view told_instead(const Policy& policy, const std::string& person) {
    const bool of_any_team = !is_in_a_team(policy, person);
    const auto has_lead = [&](const Team& team) {
        return (of_any_team || is_in(team, person)) && can_be_told(policy, team.lead);
    };
    if (std::ranges::any_of(policy.teams, has_lead)) return "go to the lead instead";
    if (can_be_told(policy, policy.organisation.owner)) return "go to the owner instead";
    return "reach nobody";
}

void look_at_teams(const Look& look) {
    for (const auto& team : look.policy.teams) {
        const auto where = look.file["team"][team.key];
        if (team.members.empty())
            look.say(where, fmt::format("team '{}' has no members, so all its work goes to its lead; add "
                                        "members",
                                        team.key));
        if (team.lead.empty())
            look.say(where, fmt::format("team '{}' has no lead, so nobody gets its work when all are away; "
                                        "add lead",
                                        team.key));
    }
}

} // namespace

void lint_people(const Look& look) {
    const Policy& policy = look.policy;
    if (!policy.people.empty() && policy.organisation.owner.empty())
        look.say(look.file["organisation"],
                 "[organisation] has no owner, so alerts of complaints that nobody "
                 "handles go to nobody; add owner, a person's key");
    look_at_teams(look);
    std::map<std::string, std::string> whose;
    for (const auto& person : policy.people) {
        const auto where = look.file["person"][person.key];
        if (!policy.teams.empty() && !is_in_a_team(policy, person.key)
            && person.key != policy.organisation.owner)
            look.say(where,
                     fmt::format("'{0}' is in no team, so nobody stands in for '{0}'; add '{0}' to the "
                                 "members of one",
                                 person.key));
        if (person.email.empty())
            look.say(where, fmt::format("'{}' has no e-mail address, so alerts {}; add email", person.key,
                                        told_instead(policy, person.key)));
        else if (const auto [first, is_new] = whose.emplace(person.email, person.key); !is_new)
            look.say(where["email"], fmt::format("'{}' has the e-mail address of '{}', so each gets the "
                                                 "other's alerts as well; give each their own",
                                                 person.key, first->second));
    }
}

} // namespace reklamaatio::policy
