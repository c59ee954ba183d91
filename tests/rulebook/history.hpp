// SPDX-License-Identifier: GPL-3.0-or-later
// Policies, and what happens to a complaint under them, in few words.
#pragma once

#include "complaint/acts.hpp"
#include "complaint/arrival.hpp"
#include "complaint/builders.hpp"
#include "complaint/resolution.hpp"
#include "rulebook/clocks/plan.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

// One condition.
inline FieldConditions where(std::string_view field, std::string word) {
    FieldConditions made;
    made.ask(field, {std::move(word)});
    return made;
}

// Empty: no such target.
inline Sla sla(std::string name, std::string_view response, std::string_view resolution,
               FieldConditions when = {}) {
    Sla made;
    made.name = std::move(name);
    made.when = std::move(when);
    if (!response.empty())
        made.targets[static_cast<std::size_t>(Clock::response)] = time::parse_target(response);
    if (!resolution.empty())
        made.targets[static_cast<std::size_t>(Clock::resolution)] = time::parse_target(resolution);
    return made;
}

// Helsinki, office hours with Finnish holidays.
inline Policy policy(std::vector<Sla> slas, Reopen reopen = Reopen::continue_) {
    Policy made;
    made.organisation.zone = time::tests::zone("Europe/Helsinki");
    made.organisation.reopen = reopen;
    made.calendars.emplace_back(time::tests::office_rules());
    made.slas = std::move(slas);
    return made;
}

inline constexpr CustomerId k_customer{3};

// What is done to one complaint, act by act, each a change of its own, and the policies of that time.
class History {
  public:
    explicit History(Policy first) { put_in_force("2026-01-01T00:00:00Z", std::move(first)); }

    History& put_in_force(std::string_view at, Policy policy) {
        m_policies.push_back({static_cast<int>(m_policies.size()) + 1, ++m_change, utc(at),
                              std::make_shared<const Policy>(std::move(policy))});
        return *this;
    }

    History& add(Event event) {
        event.number = static_cast<std::int64_t>(m_events.size()) + 1;
        event.change = ++m_change;
        apply(m_state, event);
        m_state.id = *event.complaint;
        m_events.push_back(std::move(event));
        return *this;
    }

    // Of a customer, whom somebody could answer.
    History& open(Complaint draft, bool answered = false) {
        draft.customer = k_customer;
        return open_as(draft, answered);
    }
    History& open_anonymous(Complaint draft, bool answered = false) {
        draft.tags = {std::string(complaint::k_anonymous)};
        return open_as(draft, answered);
    }
    History& open_as(const Complaint& draft, bool answered) {
        return add(complaint::open(draft, answered, {draft.received_at, draft.received_at}));
    }
    // The customer becomes known.
    History& edit_customer(std::string_view at) {
        Complaint known = m_state;
        known.customer = k_customer;
        return add(complaint::made_event(EventKind::edited, m_state, known, on(at)));
    }
    History& contact(std::string_view at, const Contact& contact) {
        return add(complaint::contact(m_state, contact, on(at)));
    }
    History& answer(std::string_view at) { return contact(at, outbound()); }
    History& await(std::string_view at) { return contact(at, awaiting("a photo")); }
    History& hear(std::string_view at) { return contact(at, inbound()); }
    History& classify(std::string_view at, const Classification& to) {
        return add(complaint::classify(m_state, to, on(at)));
    }
    History& assign(std::string_view at, const Assignment& to) {
        return add(complaint::assign(m_state, to, on(at)));
    }
    History& resolve(std::string_view at) { return add(complaint::resolve(m_state, {}, on(at))); }
    History& reopen(std::string_view at) { return add(complaint::reopen(m_state, "", on(at))); }
    History& void_entry(std::string_view at) { return add(complaint::void_entry(m_state, "", on(at))); }

    const Complaint& state() const { return m_state; }
    const std::vector<Event>& events() const { return m_events; }
    const std::vector<PolicyVersion>& policies() const { return m_policies; }
    std::vector<Deadline> deadlines() const { return plan_deadlines(m_events, m_policies); }

    std::vector<Deadline> deadlines(Clock clock) const {
        auto rows = deadlines();
        std::erase_if(rows, [&](const Deadline& row) { return row.clock != clock; });
        return rows;
    }

  private:
    Complaint m_state;
    std::vector<Event> m_events;
    std::vector<PolicyVersion> m_policies;
    std::int64_t m_change = 0;
};

} // namespace reklamaatio::rulebook::tests
