// SPDX-License-Identifier: GPL-3.0-or-later
// The staff of a firm: who they are, the teams they are in, and when they are away.
#pragma once

#include "time/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// Both days belong to it.
struct Away {
    time::Date first;
    time::Date last;
    friend bool operator==(const Away&, const Away&) = default;
};

// Of somebody, a key or a name that the policy does not know; in order of time, and none meets another one.
struct Absences {
    std::string person;
    std::vector<Away> away;
    friend bool operator==(const Absences&, const Absences&) = default;
};

// With one more, said by somebody who knows better: one that lasts when it begins ends with it, later ones that it
// reaches go on, and what was over by `today` is left out.
std::vector<Away> with_absence(std::vector<Away> away, Away told, time::Date today);
// Without the one that lasts today, or, where there is none, without those to come.
std::vector<Away> without_absence(std::vector<Away> away, time::Date today);

struct Person {
    std::string key; // how commands and rules name them: "maria"
    std::string name;
    std::string email;
    // Cents in the organisation's currency, up to which they may grant a remedy; nothing: no limit is set.
    std::optional<std::int64_t> authority;
    std::vector<Away> away;
};

struct Team {
    std::string key;
    std::string lead; // a person's key; empty: none
    std::vector<std::string> members;
};

// The stretch of days around a date, by the wall calendar of the organisation, on all of which one of these keeps
// somebody away; nothing: they are there.
std::optional<Away> absence_on(std::span<const Away> away, time::Date date);

// As its lead, too.
bool is_in(const Team& team, std::string_view person);

// Null when there is none of that key.
const Person* person_named(std::span<const Person> people, std::string_view key);
const Team* team_named(std::span<const Team> teams, std::string_view key);

// Who is meant by a key, a whole name or an e-mail address, in whatever case; null when nobody is.
const Person* person_meant(std::span<const Person> people, std::string_view who);

// The key of who is meant. A policy that names no people, or no teams, leaves the names to those who use
// them. Throws BadValue, with a suggestion.
std::string known_person(std::span<const Person> people, const std::string& who);
std::string known_team(std::span<const Team> teams, const std::string& name);

// A team where a person may stand as well: "team:NAME".
std::string called_team(std::string_view team);

// Who has a complaint, in words that assign takes: the person, else the team; empty for nobody.
std::string owner_of(std::string_view team, std::string_view assignee);

// The NAME of "team:NAME"; nothing when the text means a person.
std::optional<std::string_view> team_meant_by(std::string_view who);

// Throws BadValue, with a suggestion.
void check_person(std::span<const Person> people, std::string_view key);
void check_team(std::span<const Team> teams, std::string_view key);

} // namespace reklamaatio::rulebook
