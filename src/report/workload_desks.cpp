// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workload_desks.hpp"

#include "rulebook/triage/routing.hpp"
#include "store/figures.hpp"
#include "store/figures_received.hpp"
#include "store/figures_resolved.hpp"
#include "store/figures_workload.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace reklamaatio::report {

namespace {

using time::Instant;

// Whose a row is in one section: what is open or was received by one group, what was resolved by another, and the desk
// by the value of either.
struct Places {
    store::Group open, resolved;
    std::string (*of)(const std::string&);
};

std::string person_of(const std::string& owner) {
    return owner.starts_with("team:") ? "" : owner;
}
std::string as_it_is(const std::string& value) {
    return value;
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

    // By the groups of --by, or all as one.
    Desks all() {
        Desks desks;
        if (m_question.by.is_none()) desks[""].away = count_away(m_policy.people);
        const auto& by = m_question.by.field;
        count(desks, {by, by, as_it_is}, [&](const store::HandOver& one) {
            auto& desk = desks[m_question.group_of(one.group, one.at)];
            ++desk.handed_on;
            ++desk.taken_over;
        });
        return desks;
    }

    Desks teams() {
        Desks desks;
        for (const auto& team : m_policy.teams)
            desks[team.key].away = count_away_of(team);
        count(desks, {store::GroupField::team, store::GroupField::team, as_it_is},
              [&](const store::HandOver& one) {
                  ++desks[one.from_team].handed_on;
                  ++desks[one.to_team].taken_over;
              });
        return desks;
    }

    Desks people() {
        Desks desks;
        for (const auto& person : m_policy.people)
            desks[person.key];
        count(desks, {store::GroupField::assignee, store::GroupField::assignee_then, person_of},
              [&](const store::HandOver& one) {
                  ++desks[one.from].handed_on;
                  ++desks[one.to].taken_over;
              });
        for (auto& [key, desk] : desks)
            desk.away = is_away(key) ? 1 : 0;
        return desks;
    }

  private:
    template <typename TakeHandOver>
    void count(Desks& desks, const Places& places, TakeHandOver take_hand_over) {
        const auto& [from, until] = m_question.period;
        const auto desk_of = [&](const std::string& group, Instant at) -> Desk& {
            return desks[m_question.group_of(places.of(group), at)];
        };
        const store::Selection which{places.open, m_question.where};
        store::read_held(m_database, m_question.now, which, [&](const store::Held& one) {
            count_open(desk_of(one.group, one.received_at), one);
        });
        store::read_received(m_database, from, until, which, [&](const store::Received& one) {
            ++desk_of(one.group, one.received_at).received;
        });
        store::read_resolutions(
            m_database, from, until, {places.resolved, m_question.where},
            [&](const store::Resolution& one) { ++desk_of(one.group, one.resolved_at).resolved; });
        std::ranges::for_each(m_hand_overs, take_hand_over);
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
    if (!question.by.is_none()) return {counter.all(), {}, {}};
    return {counter.all(), counter.teams(), counter.people()};
}

} // namespace reklamaatio::report
