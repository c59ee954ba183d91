// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/people.hpp"

#include "complaint/error.hpp"
#include "complaint/word.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

constexpr std::string_view k_team_prefix = "team:";

template <typename T>
const T* find_key(std::span<const T> items, std::string_view key) {
    const auto found = std::ranges::find(items, key, &T::key);
    return found == items.end() ? nullptr : &*found;
}

template <typename T>
void check_key(std::span<const T> items, std::string_view key, std::string_view table) {
    if (find_key(items, key) != nullptr) return;
    const auto keys = text::names_of(items, &T::key);
    const auto suggestion = text::did_you_mean(key, keys);
    throw complaint::BadValue(fmt::format("there is no [{}.{}]{}", table, key, suggestion));
}

} // namespace

std::optional<Away> absence_on(std::span<const Away> away, time::Date date) {
    constexpr std::chrono::days k_day{1};
    std::optional<Away> found;
    const auto meets = [](const Away& one, time::Date first, time::Date last) {
        return one.first <= last && first <= one.last;
    };
    for (bool grows = true; grows;) {
        grows = false;
        for (const auto& one : away) {
            if (!found ? !meets(one, date, date) : !meets(one, found->first - k_day, found->last + k_day))
                continue;
            const Away both =
                found ? Away{std::min(found->first, one.first), std::max(found->last, one.last)} : one;
            grows = grows || both != found;
            found = both;
        }
    }
    return found;
}

std::vector<Away> with_absence(std::vector<Away> away, Away told, time::Date today) {
    std::vector<Away> made;
    for (const auto& one : away) {
        if (one.last < today) continue;
        const bool lasts = one.first <= told.first && told.first <= one.last;
        const bool is_reached = told.first < one.first && one.first <= told.last;
        if (lasts) told.first = one.first;
        if (is_reached) told.last = std::max(told.last, one.last);
        if (!lasts && !is_reached) made.push_back(one);
    }
    made.push_back(told);
    std::ranges::sort(made, {}, &Away::first);
    return made;
}

std::vector<Away> without_absence(std::vector<Away> away, time::Date today) {
    const bool is_away = absence_on(away, today).has_value();
    std::erase_if(away, [&](const Away& one) {
        return one.last < today || !is_away || (one.first <= today && today <= one.last);
    });
    return away;
}

bool is_in(const Team& team, std::string_view person) {
    return team.lead == person || std::ranges::find(team.members, person) != team.members.end();
}

const Person* person_named(std::span<const Person> people, std::string_view key) {
    return find_key(people, key);
}

const Team* team_named(std::span<const Team> teams, std::string_view key) {
    return find_key(teams, key);
}

const Person* person_meant(std::span<const Person> people, std::string_view who) {
    const auto folded = text::folded(who);
    for (const auto& person : people)
        for (const auto* name : {&person.key, &person.name, &person.email})
            if (!name->empty() && text::folded(*name) == folded) return &person;
    return nullptr;
}

std::string known_person(std::span<const Person> people, const std::string& who) {
    if (people.empty()) return who;
    if (const auto* person = person_meant(people, who)) return person->key;
    std::vector<std::string_view> keys;
    for (const auto& person : people)
        keys.push_back(person.key);
    complaint::refuse_word(who, "a person of the policy", keys);
}

std::string known_team(std::span<const Team> teams, const std::string& name) {
    if (teams.empty()) return name;
    std::vector<std::string_view> keys;
    for (const auto& team : teams) {
        if (text::folded(team.key) == text::folded(name)) return team.key;
        keys.push_back(team.key);
    }
    complaint::refuse_word(name, "a team of the policy", keys);
}

std::string called_team(std::string_view team) {
    return fmt::format("{}{}", k_team_prefix, team);
}

std::string owner_of(std::string_view team, std::string_view assignee) {
    if (!assignee.empty()) return std::string(assignee);
    return team.empty() ? "" : called_team(team);
}

std::optional<std::string_view> team_meant_by(std::string_view who) {
    if (!who.starts_with(k_team_prefix)) return std::nullopt;
    return who.substr(k_team_prefix.size());
}

void check_person(std::span<const Person> people, std::string_view key) {
    check_key(people, key, "person");
}

void check_team(std::span<const Team> teams, std::string_view key) {
    check_key(teams, key, "team");
}

} // namespace reklamaatio::rulebook
