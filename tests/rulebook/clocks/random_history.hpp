// SPDX-License-Identifier: GPL-3.0-or-later
// A complaint's life at random, told twice: as the events that the program makes of it, and as what people
// did.
#pragma once

#include "complaint/random_complaint.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"
#include "rulebook/clocks/naive_plan.hpp"
#include "rulebook/history.hpp"

#include <array>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

// What a random history may meet.
struct Liberties {
    bool targets_come_and_go = false; // service levels without a resolution target
    bool reopen_anyhow = false;       // restart and exclude as well
    bool waits_after_restart = false;
    bool all_clocks = false; // targets for reply, update and followup as well
};

class RandomHistory {
  public:
    RandomHistory(unsigned seed, const Liberties& liberties, const std::vector<time::Calendar>& calendars)
        : m_random(seed), m_liberties(liberties), m_calendars(calendars) {
        // The weeks around the change to summer time and Easter.
        m_now = utc("2026-03-09T00:00:00Z") + std::chrono::minutes{random_number(m_random, 28 * 24 * 60)};
        put_in_force();
        open();
        for (std::size_t left = 3 + below(m_random, 12); left > 0; --left) {
            pass_time();
            if (below(m_random, 8) == 0)
                put_in_force();
            else
                act();
        }
    }

    std::vector<Deadline> planned() const { return plan_deadlines(m_events, m_policies); }
    const Story& story() const { return m_story; }
    const std::vector<Event>& events() const { return m_events; }
    const std::vector<PolicyVersion>& policies() const { return m_policies; }

  private:
    time::Target random_target() {
        constexpr std::array k_units{time::Unit::minutes, time::Unit::hours, time::Unit::working_days,
                                     time::Unit::days, time::Unit::weeks};
        constexpr std::array k_most{600, 30, 4, 6, 1};
        const auto unit = below(m_random, k_units.size());
        return {static_cast<int>(random_number(m_random, k_most[unit])) + 1, k_units[unit]};
    }

    Sla random_sla(const std::string& name) {
        Sla made;
        made.name = name;
        if (below(m_random, 2) == 0)
            made.when.ask("kind", {std::string(word(random_word<Kind>(m_random))), "claim"});
        if (below(m_random, 3) == 0)
            made.when.ask("priority", {std::string(word(random_word<Priority>(m_random)))});
        if (below(m_random, 4) == 0) made.when.ask("team", {"returns"});
        made.calendar = below(m_random, m_calendars.size());
        if (below(m_random, 5) != 0)
            made.targets[static_cast<std::size_t>(Clock::response)] = random_target();
        if (!m_liberties.targets_come_and_go || below(m_random, 3) != 0)
            made.targets[static_cast<std::size_t>(Clock::resolution)] = random_target();
        if (m_liberties.all_clocks)
            for (const Clock clock : {Clock::reply, Clock::update, Clock::followup})
                made.targets[static_cast<std::size_t>(clock)] = random_target();
        made.warn_at = 0.1 * static_cast<double>(1 + below(m_random, 9));
        return made;
    }

    void put_in_force() {
        auto made = std::make_shared<Policy>();
        made->calendars = m_calendars;
        if (m_liberties.reopen_anyhow) made->organisation.reopen = random_word<Reopen>(m_random);
        for (std::size_t i = 0; i < 3; ++i)
            made->slas.push_back(random_sla("level " + std::to_string(i)));
        // What admits all: without it, a complaint may fall under nothing.
        if (!m_liberties.targets_come_and_go) made->slas.push_back(sla("all", "8h", "3bd"));
        const int version = static_cast<int>(m_policies.size()) + 1;
        m_policies.push_back({version, ++m_change, m_now, made});
        if (m_state.id != Id{}) tell(Did::new_policy, m_now, false);
    }

    void pass_time() {
        constexpr std::array k_lengths{60, 6 * 60, 24 * 60, 4 * 24 * 60};
        const auto longest = k_lengths[below(m_random, k_lengths.size())];
        m_now +=
            std::chrono::minutes{random_number(m_random, longest)} + Seconds{random_number(m_random, 60)};
    }

    // Usually now, sometimes a while ago.
    Occasion occasion() {
        Occasion made{m_now, m_now};
        if (below(m_random, 4) == 0) made.happened_at -= std::chrono::minutes{random_number(m_random, 600)};
        return made;
    }

    void open() {
        Complaint made = draft();
        made.received_at = m_now - std::chrono::minutes{random_number(m_random, 300)};
        made.kind = random_word<Kind>(m_random);
        made.priority = random_word<Priority>(m_random);
        if (below(m_random, 4) == 0) made.team = "returns";
        m_is_known = below(m_random, 4) != 0;
        if (m_is_known)
            made.customer = k_customer;
        else
            made.tags = {std::string(complaint::k_anonymous)};
        const bool answered = below(m_random, 8) == 0;
        m_facts = {made.kind, made.priority, made.team};
        record(complaint::open(made, answered, {m_now, m_now}));
        tell(Did::open, made.received_at, false);
        // The answer is given when it is logged; that the complaint was received earlier is another fact.
        if (answered) tell(Did::answer, m_now, true);
    }

    void act() {
        const Occasion then = occasion();
        try {
            switch (below(m_random, 9)) {
            case 0:
                return classify(then);
            case 1:
                return assign(then);
            case 2:
                return contact(outbound(), then, Did::answer, true);
            case 3:
                return contact(below(m_random, 2) == 0 ? receipt() : inbound(), then, Did::end_wait, false);
            case 4:
            case 5:
                return await(then);
            case 6:
                return resolve(then);
            case 7:
                record(complaint::reopen(m_state, "", then));
                m_restarted = m_policies.back().policy->organisation.reopen == Reopen::restart;
                return tell(Did::reopen, then.happened_at, false);
            default:
                if (below(m_random, 5) != 0) return;
                record(complaint::void_entry(m_state, "", then));
                return tell(Did::void_entry, then.happened_at, false);
            }
        } catch (const Refusal&) {
            // Not in this status, or not at that time: people are told so and nothing happens.
        }
    }

    void classify(const Occasion& then) {
        Classification to;
        to.values.set("kind", std::string(word(random_word<Kind>(m_random))));
        if (below(m_random, 2) == 0)
            to.values.set("priority", std::string(word(random_word<Priority>(m_random))));
        record(complaint::classify(m_state, to, then));
        Complaint said = m_state;
        to.values.apply_to(said);
        m_facts.kind = said.kind;
        m_facts.priority = said.priority;
        tell(Did::facts, then.happened_at, false);
    }

    void assign(const Occasion& then) {
        const Assignment to{below(m_random, 2) == 0 ? "returns" : "", below(m_random, 2) == 0 ? "maria" : ""};
        record(complaint::assign(m_state, to, then));
        m_facts.team = to.team;
        tell(Did::facts, then.happened_at, false);
    }

    // `did` is what it means when the customer is waited for; a message changes no wait by itself.
    void contact(const Contact& contact, const Occasion& then, Did did, bool answered) {
        record(complaint::contact(m_state, contact, then));
        // What was said before we asked is no answer.
        const bool ends = did == Did::end_wait && contact.direction == Direction::in
                          && (!m_waiting || m_waiting_since <= then.happened_at);
        tell(ends ? Did::end_wait : Did::answer, then.happened_at, answered);
    }

    void await(const Occasion& then) {
        if (m_restarted && !m_liberties.waits_after_restart) return;
        const bool waits = m_waiting;
        record(complaint::contact(m_state, awaiting("a photo"), then));
        tell(waits ? Did::answer : Did::await, then.happened_at, true);
        if (!waits) m_waiting_since = then.happened_at;
        m_waiting = true;
    }

    void resolve(const Occasion& then) {
        Resolution decided;
        if (below(m_random, 2) == 0) decided.channel = "phone";
        record(complaint::resolve(m_state, decided, then));
        tell(Did::resolve, then.happened_at, decided.channel.has_value());
    }

    void record(Event event) {
        event.number = static_cast<std::int64_t>(m_events.size()) + 1;
        event.change = ++m_change;
        event.recorded_at = m_now;
        m_state.id = *event.complaint;
        apply(m_state, event);
        m_events.push_back(std::move(event));
    }

    void tell(Did did, Instant happened, bool answered) {
        const bool ends_wait = did == Did::end_wait || did == Did::resolve || did == Did::void_entry;
        if (ends_wait) m_waiting = false;
        m_story.push_back({did, happened, m_now, m_facts, answered, m_is_known,
                           m_policies.back().policy.get(), m_policies.back().version});
    }

    Random m_random;
    Liberties m_liberties;
    const std::vector<time::Calendar>& m_calendars;
    Instant m_now;
    Facts m_facts;
    bool m_waiting = false;
    Instant m_waiting_since;
    bool m_restarted = false;
    bool m_is_known = false;
    Complaint m_state;
    std::vector<Event> m_events;
    std::vector<PolicyVersion> m_policies;
    Story m_story;
    std::int64_t m_change = 0;
};

} // namespace reklamaatio::rulebook::tests
