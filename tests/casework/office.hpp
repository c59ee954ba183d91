// SPDX-License-Identifier: GPL-3.0-or-later
// An office with a record in memory, and desks in it at any time.
#pragma once

#include "casework/desk.hpp"
#include "store/builders.hpp"
#include "store/customers.hpp"
#include "time/clock.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace reklamaatio::casework::tests {

using complaint::Complaint;
using complaint::tests::utc;

inline const std::string k_office_policy = std::string(store::tests::k_office_week) + R"(
[organisation]
timezone = "Europe/Helsinki"
owner = "olga"
[[sla]]
name = "all"
response = "4h"
resolution = "5bd"
followup = "14d"
[team.returns]
lead = "maria"
members = ["maria", "pekka"]
[person.maria]
name = "Maria"
email = "maria@example.fi"
[person.pekka]
name = "Pekka"
email = "pekka@example.fi"
authority = 50
[person.olga]
name = "Olga"
email = "olga@example.fi"
)";

// The office opens on a Monday, and in the evening an answer to what came then is three and a half hours late.
inline constexpr std::string_view k_opening_time = "2026-01-12T06:00:00Z";
inline constexpr std::string_view k_late = "2026-01-12T13:30:00Z";

// A complaint of that Monday morning, as it is written down at some time.
inline void log(store::Store& store, std::string_view now, std::string assignee) {
    Complaint facts = store::tests::about("of " + assignee, k_opening_time);
    facts.assignee = std::move(assignee);
    store::tests::Desk(store).open(facts, utc(now), store::tests::customer("Maija"));
}

class Office {
  public:
    explicit Office(const std::string& more_policy = "")
        : m_store(store::Store::in_memory(store::tests::founding())) {
        store::tests::Desk(m_store).apply_policy(k_office_policy + more_policy, utc("2026-01-02T06:00:00Z"));
    }

    // Each desk is a command of its own. It lives until the next one is asked for.
    Desk& at(std::string_view now, std::string actor = "maria", std::string command = "test") {
        m_clock = std::make_unique<time::FixedClock>(utc(now));
        m_desk = std::make_unique<Desk>(m_store, *m_clock, utc(now), std::move(actor), std::move(command));
        return *m_desk;
    }

    store::Store& store() { return m_store; }

    Complaint complaint(std::int64_t id) { return store::find_complaint(m_store.database(), {id}).value(); }
    complaint::Customer customer(std::int64_t id) {
        return store::find_customer(m_store.database(), {id}).value();
    }
    // What `act` makes of the complaint, recorded at a desk of its own.
    template <typename Act>
    Complaint act(std::int64_t id, std::string_view now, Act act) {
        auto& desk = at(now);
        const auto before = complaint(id);
        return desk.ledger().record(before, act(before, complaint::Occasion{utc(now), utc(now)})).complaint;
    }

  private:
    store::Store m_store;
    std::unique_ptr<time::FixedClock> m_clock;
    std::unique_ptr<Desk> m_desk;
};

} // namespace reklamaatio::casework::tests
