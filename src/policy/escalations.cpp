// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "policy/conditions.hpp"
#include "policy/sections.hpp"
#include "rulebook/alerts/escalation.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using rulebook::Escalation;
using rulebook::Policy;
using rulebook::Recipient;
using rulebook::Role;

// Whether anybody is ever meant by it.
void check_role(const Policy& policy, Role role) {
    const auto has_lead = [](const rulebook::Team& team) { return !team.lead.empty(); };
    if (role == Role::lead && std::ranges::none_of(policy.teams, has_lead))
        throw BadValue("no team has a lead, so nobody would hear of it; add lead to a [team.NAME]");
    if (role == Role::owner && policy.organisation.owner.empty())
        throw BadValue("there is no owner, so nobody would hear of it; add owner to [organisation]");
}

void check_known_person(const Policy& policy, const std::string& text) {
    if (rulebook::person_named(policy.people, text) != nullptr) return;
    std::vector<std::string_view> known(complaint::Vocabulary<Role>::k_words.begin(),
                                        complaint::Vocabulary<Role>::k_words.end());
    for (const auto& person : policy.people)
        known.push_back(person.key);
    throw BadValue(
        fmt::format("'{}' is nobody; write assignee, lead, owner, the key of a [person.KEY] or team:NAME{}",
                    text, text::did_you_mean(text, known)));
}

Recipient parse_recipient(const Policy& policy, const std::string& text) {
    if (const auto role = complaint::find_word<Role>(text)) {
        check_role(policy, *role);
        return {*role, "", ""};
    }
    if (const auto team = rulebook::team_meant_by(text)) {
        rulebook::check_team(policy.teams, *team);
        return {{}, "", std::string(*team)};
    }
    check_known_person(policy, text);
    return {{}, text, ""};
}

Escalation read_escalation(toml::Reader& file, toml::Node table, const Policy& policy) {
    toml::Reader reader(table, "[[escalation]]", file.faults());
    Escalation escalation;
    if (!reader.find("clock"))
        file.faults().add(table.place(), "[[escalation]] needs a clock, such as clock = \"resolution\"");
    reader.with(reader.string("clock"), [&](const std::string& text) {
        escalation.clock = complaint::parse_word<complaint::Clock>(text);
    });
    reader.with(reader.string("at"), [&](const std::string& text) {
        escalation.at = rulebook::parse_escalation_point(text);
        if (escalation.at.by) check_has_calendar(file, *escalation.at.by, time::to_string(*escalation.at.by));
    });
    const toml::Node notify = reader.find("notify");
    if (!notify || (notify.is_list() && notify.count() == 0))
        reader.blame_value("notify", "[[escalation]] goes to nobody; add notify = [\"assignee\", \"lead\"]");
    reader.with_each("notify", [&](const std::string& text) {
        escalation.notify.push_back(parse_recipient(policy, text));
    });
    read_conditions(reader, policy, escalation.when);
    escalation.always = reader.truth("always").value_or(false);
    reader.finish();
    return escalation;
}

} // namespace

void read_escalations(toml::Reader& file, Policy& policy) {
    for (const auto& table : file.tables("escalation", "escalations are"))
        policy.escalations.push_back(read_escalation(file, table, policy));
}

} // namespace reklamaatio::policy
