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

void check_name(const std::string& name, const std::string& text) {
    if (!is_name(name))
        throw host::UsageError(fmt::format("'{}' is not a name; write one, or team:NAME", text));
}

} // namespace

bool is_name(const std::string& text) {
    return !text.empty() && text::trimmed(text) == text && text::spelt_out(text) == text;
}

bool is_me(std::string_view text) {
    return text::lower(text) == "me";
}

std::optional<std::string> own_key(const rulebook::Policy& policy, const std::string& actor) {
    if (policy.people.empty()) return actor;
    if (const auto* person = rulebook::person_meant(policy.people, actor)) return person->key;
    return std::nullopt;
}

std::string known_actor(const rulebook::Policy& policy, const std::string& actor, std::string_view typed) {
    if (auto key = own_key(policy, actor)) return *std::move(key);
    throw host::UsageError(
        fmt::format("{}: nobody in the policy is called '{}'; use --as WHO", typed, actor));
}

std::string person_typed(const rulebook::Policy& policy, const std::string& text, const std::string& actor) {
    check_name(text, text);
    if (!is_me(text) || rulebook::person_meant(policy.people, text) != nullptr)
        return rulebook::known_person(policy.people, text);
    return known_actor(policy, actor, "me");
}

std::optional<std::string> team_typed(const rulebook::Policy& policy, const std::string& text) {
    if (const auto name = rulebook::team_meant_by(text)) return std::string(*name);
    const bool is_nobody = rulebook::person_meant(policy.people, text) == nullptr;
    return is_nobody && has_team(policy, text) ? std::optional(text) : std::nullopt;
}

complaint::Assignment parse_owner(const rulebook::Policy& policy, const std::string& text,
                                  const std::string& team_so_far, const std::string& actor) {
    const auto team = team_typed(policy, text);
    const std::string name(team.value_or(text));
    check_name(name, text);
    // A forgotten name must not put R-2 in charge of R-1.
    if (name.starts_with("R-") || name.starts_with("r-") || name.starts_with('#') || text::is_number(name))
        throw host::UsageError(
            fmt::format("'{}' is a complaint, not somebody; name who is to handle it last", text));
    if (team) return {rulebook::known_team(policy.teams, name), ""};
    return {team_so_far, person_typed(policy, name, actor)};
}

std::string owner_named(const rulebook::Policy& policy, const std::string& text, const std::string& actor) {
    const auto meant = parse_owner(policy, text, "", actor);
    return rulebook::owner_of(meant.team, meant.assignee);
}

} // namespace reklamaatio::casework
