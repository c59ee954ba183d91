// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/people.hpp"

#include "complaint/error.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

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
    std::vector<std::string_view> keys;
    for (const T& item : items)
        keys.push_back(item.key);
    const auto suggestion = text::did_you_mean(key, keys);
    throw BadValue(fmt::format("there is no [{}.{}]{}", table, key, suggestion));
}

} // namespace

bool is_away(const Person& person, time::Date date) {
    return std::ranges::any_of(person.away,
                               [&](const Away& away) { return away.first <= date && date <= away.last; });
}

const Person* person_named(std::span<const Person> people, std::string_view key) {
    return find_key(people, key);
}

const Team* team_named(std::span<const Team> teams, std::string_view key) {
    return find_key(teams, key);
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

} // namespace reklamaatio::complaint
