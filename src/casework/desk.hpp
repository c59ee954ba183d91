// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody works at: the record, the policy in force, the time, who acts, and the ledger in which all
// that is done is entered. It knows of no streams and no settings, so that whatever is done here can be
// called by a test, or by another front end, as well as by a command.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/own_field.hpp"
#include "rulebook/policy.hpp"
#include "store/store.hpp"
#include "time/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

class Desk {
  public:
    // `store` and `clock` outlive it. `command` names in the log what is done here. `now` is the present
    // time, which does not pass: all of one command happens at once.
    Desk(store::Store& store, const time::Clock& clock, time::Instant now, std::string actor,
         std::string command, complaint::Language language = complaint::Language::en);

    store::Store& store() { return m_store; }
    store::Database& database() { return m_store.database(); }
    const rulebook::Policy& policy() { return *m_store.policies().current().policy; }
    const time::Zone& zone() { return policy().organisation.zone; }
    store::Ledger& ledger();

    time::Instant now() const { return m_now; }
    // Who is away is away from a desk: the date on the organisation's wall.
    time::Date today() { return zone().date_at(m_now); }
    const std::string& actor() const { return m_actor; }
    // In which who sits there reads what the firm calls its own fields.
    complaint::Language language() const { return m_language; }

    // A new one, for a complaint that is logged now.
    std::string new_uid() const;

    // The complaints that the references name ("R-124", "R-120..R-124", "ref:X"), each once, in the order
    // given. Throws complaint::Refusal for one that is not there, complaint::BadValue for what is no
    // reference.
    std::vector<complaint::Complaint> complaints(const std::vector<std::string>& references);

  private:
    store::Store& m_store;
    const time::Clock& m_clock;
    time::Instant m_now;
    std::string m_actor;
    std::string m_command;
    complaint::Language m_language;
    std::optional<store::Ledger> m_ledger;
};

} // namespace reklamaatio::casework
