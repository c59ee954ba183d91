// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workload_desks.hpp"

#include "rulebook/triage/routing.hpp"
#include "store/figures.hpp"
#include "store/figures_resolved.hpp"
#include "store/figures_workload.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace reklamaatio::report {

namespace {

using time::Instant;

std::string person_of(const std::string& owner) {
    return owner.starts_with("team:") ? "" : owner;
}

class Counter {
  public:
    Counter(store::Database& database, const rulebook::Policy& policy, const Question& question)
        : m_database(database), m_policy(policy), m_question(question) {
        const auto take_into = [](std::set<std::int64_t>& set) {
            return [&set](const store::DueRow& row) { set.insert(row.complaint); };
        };
        const store::Selection which{store::GroupField::none, question.where};
        store::read_overdue(database, question.now, which, take_into(m_overdue));
        store::read_at_risk(database, question.now, which, take_into(m_at_risk));
        const auto& [from, until] = question.period;
        store::read_hand_overs(database, from, until, {question.by.field, question.where},
                               [&](const store::HandOver& one) { m_hand_overs.push_back(one); });
    }

    // All as one, each team and each person, told apart in one reading.
    AllDesks everybody() {
        AllDesks desks;
        desks.all[""].away = count_away(m_policy.people);
        for (const auto& team : m_policy.teams)
            desks.teams[team.key].away = count_away_of(team);
        for (const auto& person : m_policy.people)
            desks.people[person.key];
        count(store::GroupField::assignee, store::GroupField::assignee_then,
              [&](Instant, const std::string& owner, const std::string& team, const auto& add) {
                  add(desks.all[""]);
                  add(desks.teams[team]);
                  add(desks.people[person_of(owner)]);
              });
        for (const auto& one : m_hand_overs)
            for (auto* desk : {&desks.all[""], &desks.teams[one.from_team], &desks.people[one.from]})
                ++desk->handed_on;
        for (const auto& one : m_hand_overs)
            for (auto* desk : {&desks.all[""], &desks.teams[one.to_team], &desks.people[one.to]})
                ++desk->taken_over;
        for (auto& [key, desk] : desks.people)
            desk.away = is_away(key) ? 1 : 0;
        return desks;
    }

    // By the groups of --by.
    Desks groups() {
        Desks desks;
        const auto desk_of = [&](const std::string& group, Instant at) -> Desk& {
            return desks[m_question.group_of(group, at)];
        };
        const auto& by = m_question.by.field;
        count(by, by, [&](Instant at, const std::string& group, const std::string&, const auto& add) {
            add(desk_of(group, at));
        });
        for (const auto& one : m_hand_overs) {
            auto& desk = desk_of(one.group, one.at);
            ++desk.handed_on;
            ++desk.taken_over;
        }
        return desks;
    }

  private:
    // What is open and what was received is of one group, what was resolved of another. `take` has when, the group, the
    // team, and what to do with the desks.
    template <typename Take>
    void count(const store::Group& by, const store::Group& resolved_by, Take take) {
        const auto& [from, until] = m_question.period;
        store::read_held(m_database, m_question.now, {by, m_question.where}, [&](const store::Held& one) {
            take(one.received_at, one.group, one.team, [&](Desk& desk) { count_open(desk, one); });
        });
        store::read_taken_in(m_database, from, until, {by, m_question.where}, [&](const store::TakenIn& one) {
            take(one.received_at, one.group, one.team, [](Desk& desk) { ++desk.received; });
        });
        store::read_resolutions(
            m_database, from, until, {resolved_by, m_question.where}, [&](const store::Resolution& one) {
                take(one.resolved_at, one.group, one.team, [](Desk& desk) { ++desk.resolved; });
            });
    }

    void count_open(Desk& desk, const store::Held& one) const {
        desk.ages.push_back((m_question.now - one.received_at).count());
        if (m_overdue.contains(one.complaint.number))
            ++desk.overdue;
        else if (m_at_risk.contains(one.complaint.number))
            ++desk.at_risk;
    }

    bool is_away(const std::string& person) const {
        const auto today = m_question.zone.date_at(m_question.now);
        return rulebook::absence_of(m_policy, person, today).has_value();
    }
    std::int64_t count_away(const std::vector<rulebook::Person>& people) const {
        return std::ranges::count_if(people,
                                     [&](const rulebook::Person& person) { return is_away(person.key); });
    }
    std::int64_t count_away_of(const rulebook::Team& team) const {
        return std::ranges::count_if(team.members,
                                     [&](const std::string& member) { return is_away(member); });
    }

    store::Database& m_database;
    const rulebook::Policy& m_policy;
    const Question& m_question;
    std::set<std::int64_t> m_overdue, m_at_risk;
    std::vector<store::HandOver> m_hand_overs; // in the period; of them reports tell in several ways
};

} // namespace

AllDesks count_desks(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    Counter counter(database, policy, question);
    if (question.by.is_none()) return counter.everybody();
    return {counter.groups(), {}, {}};
}

} // namespace reklamaatio::report
