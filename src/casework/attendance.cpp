// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/attendance.hpp"

#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "rulebook/triage/routing.hpp"
#include "store/absences.hpp"
#include "store/loads.hpp"
#include "store/parts.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

using complaint::EventKind;
using complaint::Reason;
using rulebook::Away;
using rulebook::Policy;

// Today, else the one that comes next.
std::optional<Away> next_absence(const Policy& policy, const std::string& person, time::Date today) {
    const auto all = rulebook::absences_of(policy, person);
    if (auto lasting = rulebook::absence_on(all, today)) return lasting;
    std::optional<Away> next;
    for (const auto& one : all)
        if (one.first > today && (!next || one.first < next->first)) next = one;
    return next ? rulebook::absence_on(all, next->first) : next;
}

std::vector<Colleague::Membership> teams_of(const Policy& policy, const std::string& person) {
    std::vector<Colleague::Membership> teams;
    for (const auto& team : policy.teams)
        if (rulebook::is_in(team, person)) teams.push_back({team.key, team.lead == person});
    return teams;
}

// By person; who only told of an absence handles nothing.
std::map<std::string, std::int64_t> handled(Desk& desk) {
    std::map<std::string, std::int64_t> found;
    for (const auto& each : store::desks(desk.database()))
        if (!each.person.empty()) found[each.person] += each.unresolved;
    for (const auto& told : desk.policy().absences)
        found.try_emplace(told.person, 0);
    return found;
}

} // namespace

Away go_away(Desk& desk, const std::string& person, const Absence& told) {
    const auto today = desk.today();
    if (told.until < today) complaint::refuse<Reason::absence_over>(time::to_iso(told.until));
    const auto before = store::absences_of(desk.database(), person);
    const auto lasting = rulebook::absence_on(before, today);
    const Away away{told.since.value_or(lasting ? lasting->first : today), told.until};
    if (away.last < away.first)
        throw complaint::BadValue(fmt::format("--until {} is before --since {}; turn them round",
                                              time::to_iso(away.last), time::to_iso(away.first)));
    desk.ledger().record_absences(EventKind::went_away,
                                  {person, rulebook::with_absence(before, away, today)});
    return *rulebook::absence_of(desk.policy(), person, away.first);
}

void come_back(Desk& desk, const std::string& person) {
    const auto today = desk.today();
    const auto before = store::absences_of(desk.database(), person);
    const auto after = rulebook::without_absence(before, today);
    const bool is_over = std::ranges::none_of(before, [&](const Away& one) { return one.last >= today; });
    const auto by_policy = [&]() -> std::optional<Away> {
        const auto* known = rulebook::person_named(desk.policy().people, person);
        return known == nullptr ? std::nullopt : rulebook::absence_on(known->away, today);
    }();
    if (by_policy) complaint::refuse<Reason::away_by_policy>(person, time::to_iso(by_policy->last));
    if (is_over) complaint::refuse<Reason::not_away>(person);
    desk.ledger().record_absences(EventKind::came_back, {person, after});
}

Held held_by(Desk& desk, const std::string& person) {
    const auto tasks = store::tasks_of_all(desk.database(), false);
    const auto all = handled(desk);
    const auto complaints = all.find(person);
    return {complaints == all.end() ? 0 : complaints->second,
            std::ranges::count_if(tasks, [&](const auto& each) { return each.task.owner == person; })};
}

std::vector<Colleague> colleagues(Desk& desk) {
    const auto& policy = desk.policy();
    auto others = handled(desk);
    std::vector<Colleague> all;
    const auto add = [&](const rulebook::Person& person, bool is_known, std::int64_t unresolved) {
        all.push_back({person, is_known, teams_of(policy, person.key),
                       next_absence(policy, person.key, desk.today()),
                       rulebook::absence_of(policy, person.key, desk.today()).has_value(), unresolved});
    };
    for (const auto& person : policy.people) {
        const auto known = others.extract(person.key);
        add(person, true, known.empty() ? 0 : known.mapped());
    }
    for (const auto& [name, unresolved] : others)
        add({name, name, "", {}, {}}, false, unresolved);
    return all;
}

} // namespace reklamaatio::casework
