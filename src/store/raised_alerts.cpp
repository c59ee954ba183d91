// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/raised_alerts.hpp"

#include "store/alerts.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace reklamaatio::store {

namespace {

using rulebook::Alert;
using rulebook::LeftAlone;
using time::Instant;

using Place = std::tuple<Instant, complaint::Id, std::optional<complaint::ActionId>>;

Place place_of(const Alert& alert) {
    return {*alert.what.due_at, alert.complaint, alert.action};
}

Place place_of(const LeftAlone& left) {
    return {left.since, left.complaint, std::nullopt};
}

// Hands on what comes in order of place, all of one place together.
class Groups {
  public:
    explicit Groups(const TakeRaised& take) : m_take(take) {}

    void add(Alert alert) {
        if (!m_group.empty() && place_of(m_group.front()) != place_of(alert)) hand_on();
        m_group.push_back(std::move(alert));
    }
    void hand_on() {
        if (!m_group.empty()) m_take(std::exchange(m_group, {}));
    }

  private:
    const TakeRaised& m_take;
    std::vector<Alert> m_group;
};

// What comes between the deadlines of complaints.
class Between {
  public:
    Between(Database& database, const rulebook::Policy& policy, Instant now) {
        read_unassigned(database, [&](const rulebook::Unassigned& unassigned) {
            if (auto left = left_alone(policy, unassigned, now)) m_alone.push_back(*std::move(left));
        });
        std::ranges::sort(m_alone, {}, [](const LeftAlone& left) { return place_of(left); });
        m_few = raised_alerts(policy, facts_beside_complaints(database, policy, now), now);
        std::ranges::stable_sort(m_few, {}, [](const Alert& alert) { return place_of(alert); });
    }

    // What is there before that place, or at all; each is given once.
    void give(const std::optional<Place>& end, Groups& groups) {
        const auto comes = [&](const auto& all, std::size_t next) {
            return next < all.size() && (!end || place_of(all[next]) < *end);
        };
        for (bool alone = comes(m_alone, m_next_alone), few = comes(m_few, m_next_few); alone || few;
             alone = comes(m_alone, m_next_alone), few = comes(m_few, m_next_few)) {
            if (alone && few) alone = place_of(m_alone[m_next_alone]) <= place_of(m_few[m_next_few]);
            groups.add(alone ? alert_of(m_alone[m_next_alone++]) : m_few[m_next_few++]);
        }
    }

  private:
    std::vector<LeftAlone> m_alone;
    std::vector<Alert> m_few;
    std::size_t m_next_alone = 0;
    std::size_t m_next_few = 0;
};

} // namespace

void read_raised_alerts(Database& database, const rulebook::Policy& policy, Instant now,
                        const TakeRaised& take) {
    Between between(database, policy, now);
    Groups groups(take);
    read_owed(database, policy, now, [&](const rulebook::OwedDeadline& owed) {
        rulebook::AlertFacts one;
        one.owed.push_back(owed);
        for (auto& alert : raised_alerts(policy, one, now)) {
            between.give(place_of(alert), groups);
            groups.add(std::move(alert));
        }
    });
    between.give(std::nullopt, groups);
    groups.hand_on();
}

} // namespace reklamaatio::store
