// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/handler.hpp"

#include "host/failure.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

bool has_team(const rulebook::Policy& policy, const std::string& name) {
    return rulebook::team_named(policy.teams, text::lower(name)) != nullptr;
}

} // namespace

bool is_name(const std::string& text) {
    return !text.empty() && text::trimmed(text) == text && text::spelt_out(text) == text;
}

complaint::Assignment parse_owner(const rulebook::Policy& policy, const std::string& text,
                                  const std::string& team_so_far) {
    const auto team = rulebook::team_meant_by(text);
    const std::string name(team.value_or(text));
    if (!is_name(name))
        throw host::UsageError(fmt::format("'{}' is not a name; write one, or team:NAME", text));
    // A forgotten name must not put R-2 in charge of R-1.
    if (name.starts_with("R-") || name.starts_with("r-") || name.starts_with('#') || text::is_number(name))
        throw host::UsageError(
            fmt::format("'{}' is a complaint, not somebody; name who is to handle it last", text));
    if (team) return {rulebook::known_team(policy.teams, name), ""};
    if (rulebook::person_meant(policy.people, name) == nullptr && has_team(policy, name))
        throw host::UsageError(fmt::format("'{0}' is a team, not a person; write team:{0}", name));
    return {team_so_far, rulebook::known_person(policy.people, name)};
}

} // namespace reklamaatio::casework
