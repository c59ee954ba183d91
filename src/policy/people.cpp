// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/people.hpp"

#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "policy/dates.hpp"
#include "policy/keys.hpp"
#include "policy/sections.hpp"
#include "policy/sums.hpp"
#include "rulebook/alerts/addressee.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using rulebook::Person;
using rulebook::Team;

// Beyond it, a double no longer tells cents apart.
constexpr double k_most_authority = 1e12;

// Whom escalations name otherwise.
constexpr auto k_reserved = [] {
    constexpr auto& k_roles = complaint::Vocabulary<rulebook::Role>::k_words;
    std::array<std::string_view, k_roles.size() + 1> words{};
    std::ranges::copy(k_roles, words.begin());
    words.back() = rulebook::k_nobody;
    return words;
}();

Person read_person(std::string_view key, toml::Node table, toml::Faults& faults) {
    toml::Reader reader(table, fmt::format("[person.{}]", key), faults);
    check_key(reader, key, k_reserved);
    Person person;
    person.key = key;
    reader.with(reader.string("name"), [&](const std::string& text) { person.name = text; });
    if (person.name.empty()) person.name = key;
    reader.with(reader.string("email"),
                [&](const std::string& text) { person.email = complaint::read_email(text); });
    person.authority = read_sum(reader, "authority", k_most_authority,
                                "a sum of money that is not negative, such as 200 or 49.90");
    reader.with_each("away", [&](const std::string& text) {
        const auto range = parse_date_range(text);
        person.away.push_back({range.first, range.last});
    });
    reader.finish();
    return person;
}

Team read_team(std::string_view key, toml::Node table, const rulebook::Policy& policy, toml::Faults& faults) {
    const std::size_t faults_before = faults.count();
    toml::Reader reader(table, fmt::format("[team.{}]", key), faults);
    check_key(reader, key, k_reserved);
    Team team;
    team.key = key;
    reader.with(reader.string("lead"), [&](const std::string& text) {
        rulebook::check_person(policy.people, text);
        team.lead = text;
    });
    reader.with_each("members", [&](const std::string& text) {
        rulebook::check_person(policy.people, text);
        if (std::ranges::find(team.members, text) != team.members.end())
            throw BadValue(fmt::format("'{}' is listed twice; remove one", text));
        team.members.push_back(text);
    });
    reader.finish();
    if (team.lead.empty() && team.members.empty() && faults.count() == faults_before)
        faults.add(table.place(), fmt::format("[team.{}] has nobody in it; add a lead, or members", key));
    return team;
}

void check_owner(toml::Reader& file, const rulebook::Policy& policy) {
    const toml::Node owner = file.table()["organisation"]["owner"];
    if (owner.text() == nullptr || policy.people.empty()) return;
    file.with(toml::Placed{*owner.text(), owner.place()},
              [&](const std::string& text) { rulebook::check_person(policy.people, text); });
}

} // namespace

void read_people(toml::Reader& file, rulebook::Policy& policy) {
    for (const auto& [key, table] : file.named_tables("person"))
        policy.people.push_back(read_person(key, table, file.faults()));
    for (const auto& [key, table] : file.named_tables("team"))
        policy.teams.push_back(read_team(key, table, policy, file.faults()));
    check_owner(file, policy);
}

} // namespace reklamaatio::policy
